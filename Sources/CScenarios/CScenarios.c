#include "CScenarios.h"

// Each file of Scenarios/ has its three lines here and one in the table; a test compares the two.
static const unsigned char lamphun[] = {
#embed "../../Scenarios/lamphun.json5"
};

static const unsigned char glut_2564[] = {
#embed "../../Scenarios/glut-2564.json5"
};

static const unsigned char small[] = {
#embed "../../Scenarios/small.json5"
};

static const unsigned char season_split[] = {
#embed "../../Scenarios/season-split.json5"
};

static const unsigned char covid_labour[] = {
#embed "../../Scenarios/covid-labour.json5"
};

static const unsigned char border_stop[] = {
#embed "../../Scenarios/border-stop.json5"
};

static const unsigned char bumper_2561[] = {
#embed "../../Scenarios/bumper-2561.json5"
};

static const unsigned char dry_year[] = {
#embed "../../Scenarios/dry-year.json5"
};

static const unsigned char gap_expansion[] = {
#embed "../../Scenarios/gap-expansion.json5"
};

static const unsigned char cobweb[] = {
#embed "../../Scenarios/cobweb.json5"
};

static const unsigned char north[] = {
#embed "../../Scenarios/north.json5"
};

static const unsigned char one_oven[] = {
#embed "../../Scenarios/one-oven.json5"
};

static const unsigned char observed_2555[] = {
#embed "../../Scenarios/observed/lamphun-2555.json5"
};

static const unsigned char observed_2561[] = {
#embed "../../Scenarios/observed/lamphun-2561.json5"
};

static const unsigned char observed_2562[] = {
#embed "../../Scenarios/observed/lamphun-2562.json5"
};

static const unsigned char observed_2563[] = {
#embed "../../Scenarios/observed/lamphun-2563.json5"
};

static const struct {
    const char *name;
    const unsigned char *bytes;
    size_t count;
} scenarios[] = {
    {"lamphun", lamphun, sizeof lamphun},
    {"glut-2564", glut_2564, sizeof glut_2564},
    {"small", small, sizeof small},
    {"season-split", season_split, sizeof season_split},
    {"covid-labour", covid_labour, sizeof covid_labour},
    {"border-stop", border_stop, sizeof border_stop},
    {"bumper-2561", bumper_2561, sizeof bumper_2561},
    {"dry-year", dry_year, sizeof dry_year},
    {"gap-expansion", gap_expansion, sizeof gap_expansion},
    {"cobweb", cobweb, sizeof cobweb},
    {"north", north, sizeof north},
    {"one-oven", one_oven, sizeof one_oven},
    {"observed/lamphun-2555", observed_2555, sizeof observed_2555},
    {"observed/lamphun-2561", observed_2561, sizeof observed_2561},
    {"observed/lamphun-2562", observed_2562, sizeof observed_2562},
    {"observed/lamphun-2563", observed_2563, sizeof observed_2563},
};

size_t builtInScenarioCount(void) { return sizeof scenarios / sizeof *scenarios; }

const char *builtInScenarioName(size_t index) { return scenarios[index].name; }

const unsigned char *builtInScenarioBytes(size_t index, size_t *count) {
    *count = scenarios[index].count;
    return scenarios[index].bytes;
}
