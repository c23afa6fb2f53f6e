/** Rules about ledgers of translations. */
const ofLedgers: ReadonlySet<string> = new Set([
  'translation-ledger',
  'translation-stale',
  'translation-unconfirmed',
])

/**
 * Messages without those about ledgers: where a test changes words in one language, or adds some, nobody has confirmed
 * their translations. tests/messages (translation-…) and tests/translation are about those.
 */
export function besideLedgers<M extends {ruleId?: string | null | undefined}>(messages: readonly M[]): M[] {
  return messages.filter(({ruleId}) => !ofLedgers.has(ruleId ?? ''))
}
