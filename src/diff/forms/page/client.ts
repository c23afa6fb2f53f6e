/**
 * The script of the page of differences: n and p, or the arrows to the right and left, go from one change to the next. It is
 * text, not a module: the page allows it by its hash. Without it the page is the same, and its numbers are links.
 */
export const pageClient = `
(() => {
  'use strict'
  const changes = [...document.querySelectorAll('.change')]
  if (changes.length === 0) return
  const keys = document.getElementById('keys')
  keys.textContent = 'Keys: n or → next change, p or ← the one before.'
  const here = () => {
    const at = changes.findIndex((change) => '#' + change.id === location.hash)
    if (at >= 0) return at
    const below = changes.findIndex((change) => change.getBoundingClientRect().top > 0)
    return below < 0 ? changes.length - 1 : below - 1
  }
  const go = (step) => {
    const next = changes[Math.min(changes.length - 1, Math.max(0, here() + step))]
    for (let above = next.parentElement; above; above = above.parentElement) if (above.tagName === 'DETAILS') above.open = true
    location.replace('#' + next.id)
    next.focus()
  }
  const steps = {n: 1, ArrowRight: 1, p: -1, ArrowLeft: -1}
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return
    if (event.target instanceof Element && event.target.closest('.table')) return
    const step = Object.hasOwn(steps, event.key) ? steps[event.key] : 0
    if (step === 0) return
    event.preventDefault()
    go(step)
  })
})()
`
