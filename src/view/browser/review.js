/**
 * On the page of a review: every step by its key. A key presses the button or follows the link that names it, so that
 * whatever is done by a key is done by a form. Without it the page says and does the same.
 */

/** Fields that a key leads to. @type {Readonly<Record<string, string>>} */
const FIELDS = { s: 'speaker', d: 'saidOn', t: 'translation', n: 'add-content' }

/** Opens or closes a part of the page. @param {string} id @param {boolean} [open] */
function toggle(id, open) {
  const details = document.getElementById(id)
  if (details instanceof HTMLDetailsElement) details.open = open ?? !details.open
}

/** @param {KeyboardEvent} event */
function isTyping({ target }) {
  return target instanceof HTMLElement && target.closest('input, textarea, select') !== null
}

/** Does what a key stands for. @param {string} key @returns {boolean} whether it stands for anything */
function press(key) {
  if (key === '?') toggle('keys')
  const field = FIELDS[key]
  if (key === 'n') toggle('add', true)
  if (field) document.getElementById(field)?.focus()
  const named = document.querySelector(`[aria-keyshortcuts="${CSS.escape(key)}"]`)
  if (named instanceof HTMLElement) named.click()
  return key === '?' || field !== undefined || named !== null
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (event.key === 'Escape') document.getElementById('focus')?.focus()
  else if (!isTyping(event) && press(event.key)) event.preventDefault()
})
document.getElementById('focus')?.focus()
