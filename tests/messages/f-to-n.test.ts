import {testCases} from '../support/message-cases.ts'

testCases('fghijklmn')
