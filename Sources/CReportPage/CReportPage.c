#include "CReportPage.h"

static const unsigned char style[] = {
#embed "page.css"
};

static const unsigned char chartStyle[] = {
#embed "chart.css"
};

static const unsigned char script[] = {
#embed "page.js"
};

const unsigned char *reportPagePart(enum ReportPagePart part, size_t *count) {
    switch (part) {
    case reportPageStyle:
        *count = sizeof style;
        return style;
    case reportPageChartStyle:
        *count = sizeof chartStyle;
        return chartStyle;
    default:
        *count = sizeof script;
        return script;
    }
}
