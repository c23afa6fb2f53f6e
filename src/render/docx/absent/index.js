throw new Error('This optional part of remark-docx is not installed (docs/reasons/libraries.md).')
