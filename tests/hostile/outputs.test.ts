import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {story} from '../support/story.ts'
import {outputFaults} from './outputs.ts'

test('no file of out/ holds what a reader must not meet', () => {
  const folder = join(story, 'out')
  const paths = readdirSync(folder, {recursive: true})
    .map(String)
    .filter((path) => /\.(?:docx|html|txt|ics|json)$/.test(path))
  expect(paths.length).toBeGreaterThan(150)
  expect(paths.flatMap((path) => outputFaults(path, readFileSync(join(folder, path))))).toEqual([])
})

const page = (markup: string): Uint8Array =>
  new TextEncoder().encode(
    `<html><head><meta http-equiv="Content-Security-Policy" content="x"></head>${markup}</html>`,
  )

test.each([
  '<script>alert(1)</script>',
  '<p onclick="x()">a</p>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href="java&#x0A;script:alert(1)">a</a>',
  '<a href="&#106;avascript:alert(1)">a</a>',
  '<a href="//evil.example">a</a>',
  '<a href="file:///etc/passwd">a</a>',
  '<iframe srcdoc="x"></iframe>',
  '<form action="https://a.b"></form>',
  '<p style="x">a</p>',
  '<link rel="stylesheet" href="https://a.b">',
  '<p>\u0007</p>',
  '<p>\ud800</p>',
])('%s would be found in a page', (markup) => {
  expect(outputFaults('sc58/bears.en.html', page('<p>fine</p>'))).toEqual([])
  expect(outputFaults('sc58/bears.en.html', page(markup))).not.toEqual([])
})
