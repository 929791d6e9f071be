/**
 * On the page that waits for the bookmarklet: takes the page that is handed over, by a message from the window that
 * opened this one or in the address, sends it to the server, and goes on to its article. The page is text to it and
 * is never shown here. All words come from the data attributes or from the server.
 */

/** What the bookmarklet hands over. @typedef {{ token: string, url: string, html: string }} Handed */

const status = document.querySelector('[role=status]')
const words = status instanceof HTMLElement ? status.dataset : {}

/** @param {string | undefined} sentence */
function say(sentence) {
  if (status) status.textContent = sentence ?? ''
}

/** @param {unknown} value @returns {value is Handed} */
function isHanded(value) {
  if (typeof value !== 'object' || value === null) return false
  const { token, url, html } = /** @type {Record<string, unknown>} */ (value)
  return [token, url, html].every((field) => typeof field === 'string')
}

/** @param {Handed} handed */
async function send({ token, url, html }) {
  say(words.sending)
  const data = new FormData()
  data.append('token', token)
  data.append('url', url)
  data.append('html', new File([html], 'page.html', { type: 'text/html' }))
  try {
    const answer = await fetch('/desk/bookmarklet', {
      method: 'POST',
      body: data,
      headers: { Accept: 'application/json' },
    })
    const said = await answer.json()
    if (!answer.ok) return say(said.sentence)
    location.replace(said.href)
  } catch {
    say(words.lost)
  }
}

/** What the address holds, null where it holds nothing that was handed over. */
function addressed() {
  try {
    return JSON.parse(decodeURIComponent(location.hash.slice(1)))
  } catch {
    return null
  }
}

let isTaken = false
const inAddress = addressed()
if (isHanded(inAddress)) {
  // Out of the history: the address holds the token.
  history.replaceState(null, '', location.pathname)
  void send(inAddress)
} else if (window.opener) {
  addEventListener('message', ({ source, data }) => {
    if (isTaken || source !== window.opener || !isHanded(data)) return
    isTaken = true
    void send(data)
  })
  // Says only that this window is ready, to whoever opened it.
  window.opener.postMessage('ready', '*')
} else {
  say(words.apart)
  window.close()
}
