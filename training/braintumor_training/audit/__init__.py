"""What is wrong with a data set before anybody trains on it.

Copies (exact, near, mirrored), patients and copies across the official split, labels that
contradict each other, and features of the files that give the class away.
"""

from braintumor_training.audit.findings import AuditReport, audit_samples
from braintumor_training.audit.page import write_page
from braintumor_training.audit.table import audit_table

__all__ = ["AuditReport", "audit_samples", "audit_table", "write_page"]
