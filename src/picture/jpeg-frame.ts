import {damaged, otherForm} from './faults.ts'
import {type Segment, SOS} from './jpeg-segments.ts'
import type {PictureFault} from './types.ts'

/** What the frame of a JPEG file says (ITU-T T.81, B.2.2). */
export interface Frame {
  width: number
  height: number
  components: Component[]
}

/** A colour of a picture: how many of its blocks stand in a unit, and which tables unpack it. */
interface Component {
  id: number
  across: number
  down: number
  quantization: number
}

const baseline = 0xc0
const extended = 0xc1
const progressive = 0xc2
const DHT = 0xc4
const JPG = 0xc8
const DAC = 0xcc
const DQT = 0xdb
const frameHead = 6
const blockSide = 8

type Fault = {fault: PictureFault}

/** The frame of a file, where it is one that every program shows alike: eight bits, grey or three colours. */
export function frameOf(segments: readonly Segment[]): {frame: Frame} | Fault {
  const frames = segments.filter(({marker}) => isFrame(marker))
  const [first] = frames
  if (!first) return damaged('it does not say how wide and how high it is')
  if (frames.length > 1) return damaged('it says twice how wide and how high it is')
  const {marker, data} = first
  if (marker !== baseline && marker !== extended && marker !== progressive)
    return otherForm(
      'This picture is packed in a way that few programs can read',
      'Save it again as an ordinary JPEG file.',
    )
  if (data.length < frameHead) return damaged('what it says of its size is cut off')
  const [bits = 0, , , , , count = 0] = data
  if (data.length !== frameHead + 3 * count) return damaged('what it says of its size is cut off')
  if (bits !== 8)
    return otherForm(
      `This picture has ${bits} bits to a colour`,
      'Save it again with 8, as an ordinary JPEG file.',
    )
  if (count === 4)
    return otherForm(
      'This picture is made for a printing press (in CMYK), and screens show its colours in other ways',
      'Save it again in RGB.',
    )
  if (count !== 1 && count !== 3) return damaged(`it has ${count} colours`)
  const components = Array.from({length: count}, (_, index): Component => {
    const at = frameHead + 3 * index
    const [id = 0, sampling = 0, quantization = 0] = data.subarray(at, at + 3)
    return {id, across: sampling >> 4, down: sampling & 0xf, quantization}
  })
  const isRight = components.every(
    ({across, down, quantization}) =>
      across >= 1 && across <= 4 && down >= 1 && down <= 4 && quantization <= 3,
  )
  if (!isRight || new Set(components.map(({id}) => id)).size < count)
    return damaged('it says of its colours what no picture has')
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  return {frame: {width: view.getUint16(3), height: view.getUint16(1), components}}
}

/** SOF0 to SOF15, among which stand the markers of three other things. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![DHT, JPG, DAC].includes(marker)
}

/**
 * What is missing of a file whose frame is right: a scan, the tables that unpack it, or most of the data. Its blocks are
 * not unpacked; each needs a bit at the very least, so that a few bytes cannot stand for millions of pixels.
 */
export function scanFault(
  segments: readonly Segment[],
  {width, height, components}: Frame,
): Fault | undefined {
  const known = new Set<string>()
  const scanned = new Set<number>()
  let isFramed = false
  let bytes = 0
  for (const {marker, data, scan} of segments) {
    isFramed ||= isFrame(marker)
    if (marker === DQT || marker === DHT) {
      const tables = marker === DQT ? quantizationTables(data) : huffmanTables(data)
      if (!tables) return damaged('a table by which it is unpacked is cut off')
      for (const table of tables) known.add(table)
    }
    if (marker !== SOS) continue
    const [count = 0] = data
    if (!isFramed || count < 1 || count > components.length || data.length !== 4 + 2 * count)
      return damaged('what it says of its pixels cannot be read')
    // Of a picture in steps a scan of the finer ones has no table of its own for the coarse part.
    const [from = 0, to = 0, steps = 0] = data.subarray(1 + 2 * count)
    for (let index = 0; index < count; index++) {
      const [id = 0, tables = 0] = data.subarray(1 + 2 * index, 3 + 2 * index)
      const own = components.find((component) => component.id === id)
      if (!own) return damaged('it has pixels of a colour that it does not have')
      scanned.add(id)
      const needed = [
        `quantization ${own.quantization}`,
        ...(from === 0 && steps >> 4 === 0 ? [`coarse ${tables >> 4}`] : []),
        ...(to > 0 ? [`fine ${tables & 0xf}`] : []),
      ]
      if (needed.some((table) => !known.has(table)))
        return damaged('a table by which it is unpacked is missing')
    }
    bytes += scan?.length ?? 0
  }
  if (scanned.size < components.length) return damaged('it has no pixels')
  const blocks =
    components.length === 1 ? blocksIn(width, height) : blocksOfColours(width, height, components)
  return bytes * 8 < blocks ? damaged('most of its pixels are missing') : undefined
}

function blocksIn(width: number, height: number): number {
  return Math.ceil(width / blockSide) * Math.ceil(height / blockSide)
}

function blocksOfColours(width: number, height: number, components: readonly Component[]): number {
  const across = components.reduce((most, one) => Math.max(most, one.across), 1)
  const down = components.reduce((most, one) => Math.max(most, one.down), 1)
  const units = Math.ceil(width / (blockSide * across)) * Math.ceil(height / (blockSide * down))
  return units * components.reduce((sum, one) => sum + one.across * one.down, 0)
}

/** Names of the tables of a segment DQT (B.2.4.1); undefined where it is cut off. */
function quantizationTables(data: Uint8Array): string[] | undefined {
  const names: string[] = []
  for (let at = 0; at < data.length; ) {
    const [form = 0] = data.subarray(at)
    names.push(`quantization ${form & 0xf}`)
    at += 1 + (form >> 4 === 0 ? 64 : 128)
    if (at > data.length) return undefined
  }
  return names
}

/** Names of the tables of a segment DHT (B.2.4.2). */
function huffmanTables(data: Uint8Array): string[] | undefined {
  const names: string[] = []
  for (let at = 0; at < data.length; ) {
    const [form = 0] = data.subarray(at)
    names.push(`${form >> 4 === 0 ? 'coarse' : 'fine'} ${form & 0xf}`)
    const codes = data.subarray(at + 1, at + 17)
    at += 17 + codes.reduce((sum, count) => sum + count, 0)
    if (at > data.length) return undefined
  }
  return names
}
