import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {parse} from 'yaml'
import {story} from './story.ts'

/** A YAML file of documents/ or templates/ as plain data, read by YAML's own parser and by nothing of ours. */
export function factsOf<T>(path: string): T {
  return parse(readFileSync(join(story, path), 'utf8')) as T
}

/** A day some days after another, and before it where they are negative. */
export function dayAfter(iso: string, days: number): string {
  const date = new Date(iso)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** How many days lie between two days. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000))
}
