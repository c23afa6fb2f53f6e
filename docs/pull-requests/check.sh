#!/bin/sh
# Looks at the sources and compares out/ with them, as a reviewer wants before reading a diff. Runs everywhere.
# Ends with 1 when either finds something; both are always run. With a revision behind it, such as origin/main, it also
# says which translations were confirmed since without a change of their words, and what changes for a reader; a page of
# that, and redlines in Word, are then in .cites-docs/review/.
cd "$(dirname "$0")/../.." || exit 3
status=0
npm ci --ignore-scripts || exit 3
if [ $# -gt 0 ]; then
  npm run --silent check -- --since "$1" || status=1
else
  npm run --silent check || status=1
fi
npm run --silent build -- --verify || status=1
if [ $# -gt 0 ]; then
  folder=.cites-docs/review
  mkdir -p "$folder" || exit 3
  # Status 1 says that a side has errors, which the lines before have told.
  npm run --silent diff -- "$1" || [ $? -le 1 ] || status=1
  npm run --silent diff -- "$1" --format html --output "$folder/changes.html" || [ $? -le 1 ] || status=1
  npm run --silent diff -- "$1" --docx "$folder" || [ $? -le 1 ] || status=1
fi
exit $status
