/**
 * On a page that changes while one looks at it: brings the part that changes up to date, and stops when nothing
 * changes any more. Links and buttons in it keep the focus. Without it the whole page is loaded again.
 */

const EVERY_MS = 1000

/** The page as it is now, or null where the server does not answer. @returns {Promise<Document | null>} */
function freshPage() {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('GET', location.href)
    // Parsed by the browser and never run: scripts in it do nothing.
    request.responseType = 'document'
    request.timeout = 10_000
    request.onloadend = () => resolve(request.status === 200 ? request.responseXML : null)
    request.send()
  })
}

/** The link or button in `part` that stands where `focused` stands in `whole`. @param {Element} whole @param {Element} focused @param {ParentNode} part */
function counterpart(whole, focused, part) {
  const id = focused.closest('[id]')?.id ?? ''
  const near = (/** @type {ParentNode} */ from) => [...from.querySelectorAll(`[id="${CSS.escape(id)}"] :is(a, button)`)]
  return id === whole.id
    ? part.querySelectorAll('a, button')[[...whole.querySelectorAll('a, button')].indexOf(focused)]
    : near(part)[near(document).indexOf(focused)]
}

/** Puts the new matter in the place of the old. @param {Element} old @param {Element} fresh */
function replace(old, fresh) {
  if (old.innerHTML === fresh.innerHTML) return
  const focused = old.contains(document.activeElement) ? document.activeElement : null
  const next = focused && counterpart(old, focused, fresh)
  old.replaceChildren(...fresh.childNodes)
  if (next instanceof HTMLElement) next.focus({ preventScroll: true })
}

async function refresh() {
  const page = document.hidden ? null : await freshPage()
  const live = document.getElementById('live')
  const fresh = page?.getElementById('live')
  const status = document.getElementById('live-status')
  const words = page?.getElementById('live-status')?.textContent ?? ''
  if (page && live && fresh) {
    replace(live, fresh)
    // Only where it changed: what is set again is read out again.
    if (status && status.textContent !== words) status.textContent = words
    document.title = page.title
    const name = page.querySelector('h1')?.textContent ?? ''
    const heading = document.querySelector('h1 bdi')
    if (heading && heading.textContent !== name) heading.textContent = name
    if (!('changing' in fresh.dataset)) return
  }
  setTimeout(refresh, EVERY_MS)
}

setTimeout(refresh, EVERY_MS)
