"""What every network of the house ends in: global average pool, dropout, one linear layer.

Nothing else stands between the feature maps and the logits, so that the class-activation map is
Grad-CAM in closed form.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from torch import Tensor, nn


class PooledClassifier(nn.Module, ABC):
    """A network of ``forward_features`` and the common head.

    A subclass builds its layers and then calls :meth:`add_head`.
    """

    dropout: nn.Dropout
    fc: nn.Linear

    def add_head(self, num_features: int, num_classes: int, dropout: float) -> None:
        """Add the head, and draw the convolutions' weights (He et al., ICCV 2015)."""
        self.dropout = nn.Dropout(dropout)
        self.fc = nn.Linear(num_features, num_classes)
        for module in self.modules():
            if isinstance(module, nn.Conv2d):
                nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")

    @abstractmethod
    def forward_features(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, C, h, w) feature maps, after the last ReLU."""

    def forward_head(self, features: Tensor) -> Tensor:
        """(B, C, h, w) feature maps -> (B, K) logits."""
        logits: Tensor = self.fc(self.dropout(features.mean((2, 3))))
        return logits

    def forward(self, x: Tensor) -> Tensor:
        """(B, 3, S, S) -> (B, K) logits."""
        return self.forward_head(self.forward_features(x))
