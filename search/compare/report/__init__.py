"""What a comparison says in words, decided once: `report_of` gives it, interfaces lay it out."""

from search.compare.report.comparison_report import report_of
from search.compare.report.report_values import (
    Report,
    ReportGroup,
    ReportLine,
    ReportPiece,
    ReportSection,
)

__all__ = ["Report", "ReportGroup", "ReportLine", "ReportPiece", "ReportSection", "report_of"]
