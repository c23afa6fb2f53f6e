throw new Error('This optional part of remark-docx is not installed (ARCHITECTURE.md, “Why it is so”).')
