#!/bin/sh
# Looks at the sources and compares out/ with them, as a reviewer wants before reading a diff. Runs everywhere.
# Ends with 1 when either finds something; both are always run.
cd "$(dirname "$0")/../.." || exit 3
status=0
npm ci --ignore-scripts || exit 3
npm run --silent check || status=1
npm run --silent build -- --verify || status=1
exit $status
