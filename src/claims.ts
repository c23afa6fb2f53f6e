/** Who makes which document, in memory that threads share: of each document, by its place, the thread that has claimed it. */
export interface Claims {
  /** Claims a document; false where somebody has. */
  claim(place: number): boolean
  /** Number of the thread that has claimed a document; 0 where nobody has. */
  ownerOf(place: number): number
  /** Says which document is asked for now, for those who wait. */
  goTo(place: number): void
  /** Blocks this thread while the document that is asked for is further back than some documents. */
  waitFor(place: number, ahead: number): void
}

/** Before the claims stands the place of the document that is asked for. */
const before = 1

/** The first thread, which asks for documents, is told from those that make them by a number that none of these has. */
const asking = -1

/** @param documents  how many there are; nobody has claimed one */
export function newClaims(documents: number): SharedArrayBuffer {
  return new SharedArrayBuffer((before + documents) * Int32Array.BYTES_PER_ELEMENT)
}

/**
 * @param own  number of the thread, from 1; 0 for the one that asks for documents
 */
export function claimsOf(shared: SharedArrayBuffer, own: number): Claims {
  const view = new Int32Array(shared)
  return {
    claim: (place) => Atomics.compareExchange(view, before + place, 0, own || asking) === 0,
    ownerOf: (place) => Atomics.load(view, before + place),
    goTo(place) {
      Atomics.store(view, 0, place)
      Atomics.notify(view, 0)
    },
    waitFor(place, ahead) {
      for (let now = Atomics.load(view, 0); place > now + ahead; now = Atomics.load(view, 0))
        Atomics.wait(view, 0, now)
    },
  }
}
