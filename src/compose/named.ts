/** What the words of a document name beside itself, gathered while they are put together; sorted by whoever shows it. */
export interface Named {
  /** Paths of documents. */
  documents: Set<string>
  /** Ids of meetings. */
  meetings: Set<string>
  /** Ids of decisions behind that of their subject: `internet-trade/secretariat`. */
  decisions: Set<string>
}

/** Nothing is named yet. */
export function nothingNamed(): Named {
  return {documents: new Set(), meetings: new Set(), decisions: new Set()}
}
