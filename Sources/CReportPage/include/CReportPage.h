// The style and the script of the report, built into the program byte for byte.
#ifndef LONGAN_C_REPORT_PAGE_H
#define LONGAN_C_REPORT_PAGE_H

#include <stddef.h>

enum ReportPagePart { reportPageStyle, reportPageChartStyle, reportPageScript };

/// The bytes of one of them, and how many.
const unsigned char *reportPagePart(enum ReportPagePart part, size_t *count);

#endif
