/**
 * On an article's page: shows which words belong to one statement, opens the ledger line of an address, and puts
 * each ledger line level with the line of its words. Without it the page says the same, by links alone.
 */

/** From this width on the ledger stands beside its paragraph; the same as in style/narrow.css. */
const WIDE = matchMedia('(min-width: 60.0625rem)')

/** All elements of one statement, in the text and in the ledger. @param {string} id */
function partsOf(id) {
  return document.querySelectorAll(`[data-statement="${CSS.escape(id)}"]`)
}

/** The statement that an event happened in, null for none. @param {Event} event */
function statementAt({ target }) {
  const part = target instanceof Element ? target.closest('[data-statement]') : null
  return part instanceof HTMLElement ? (part.dataset.statement ?? null) : null
}

/** The statement that the page's address names, null for none. */
function addressed() {
  return /^#[st]-(\w+)$/.exec(location.hash)?.[1] ?? null
}

/** Marks the words of `id`, and those of the statement in the address. @param {string | null} id */
function emphasise(id) {
  for (const part of document.querySelectorAll('.on')) part.classList.remove('on')
  for (const statement of [id, addressed()])
    if (statement) for (const part of partsOf(statement)) part.classList.add('on')
}

function openAddressed() {
  const line = document.getElementById(location.hash.slice(1))
  const details = line?.closest('details')
  if (details && !details.open) {
    details.open = true
    line?.scrollIntoView()
  }
  emphasise(null)
}

/** How far the ledger lines of one row have to move down. @param {HTMLElement} row */
function shiftsIn(row) {
  const lines = [...row.querySelectorAll('.ledger > li')].filter((line) => line instanceof HTMLElement)
  const ledger = row.querySelector('.ledger')
  const paragraph = row.querySelector('p')
  if (!ledger || !paragraph) return []
  // Only as far as the paragraph reaches: the row must not grow for it.
  let room = paragraph.getBoundingClientRect().height - ledger.getBoundingClientRect().height
  let moved = 0
  return lines.map((line) => {
    const words = document.getElementById(`t-${line.dataset.statement}`)?.getClientRects()[0]
    const wanted = words ? words.top - line.getBoundingClientRect().top - moved : 0
    const shift = Math.max(0, Math.min(wanted, room))
    room -= shift
    moved += shift
    return { line, shift }
  })
}

function level() {
  const lines = document.querySelectorAll('.ledger > li')
  for (const line of lines) if (line instanceof HTMLElement) line.style.paddingBlockStart = ''
  if (!WIDE.matches) return
  const rows = [...document.querySelectorAll('.row')].filter((row) => row instanceof HTMLElement)
  // All measured before any is moved: one layout, not one a row.
  for (const { line, shift } of rows.flatMap(shiftsIn)) line.style.paddingBlockStart = `${shift}px`
}

document.addEventListener('focusin', (event) => emphasise(statementAt(event)))
document.addEventListener('pointerover', (event) => emphasise(statementAt(event)))
document.addEventListener('click', (event) => {
  const isOnLink = event.target instanceof Element && event.target.closest('a, summary, .ledger') !== null
  const isSelecting = String(getSelection()) !== ''
  const id = statementAt(event)
  if (id !== null && !isOnLink && !isSelecting) location.hash = `s-${id}`
})
addEventListener('hashchange', openAddressed)
addEventListener('resize', level)
addEventListener('beforeprint', () => {
  for (const line of document.querySelectorAll('.ledger > li'))
    if (line instanceof HTMLElement) line.style.paddingBlockStart = ''
})
addEventListener('afterprint', level)
level()
openAddressed()
document.fonts.ready.then(level)
