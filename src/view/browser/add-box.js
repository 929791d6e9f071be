/**
 * The box that takes articles: files dropped on it, pages pasted with their formatting, and files sent one by
 * one, so that each shows what became of it. All words come from the form's data attributes or from the server.
 */

/**
 * What the server says of one input.
 * @typedef {{ state: string, label: string, name: string, href: string | null, says: string, isOver: boolean }} Line
 */

/** One thing to send. @typedef {{ field: 'file' | 'html' | 'text', name: string, body: File | string }} Item */

/** @template {HTMLElement} T @param {ParentNode} within @param {string} selector @param {new () => T} type @returns {T} */
function find(within, selector, type) {
  const element = within.querySelector(selector)
  if (!(element instanceof type)) throw new Error(`the page lacks ${selector}`)
  return element
}

const form = find(document, 'form.box', HTMLFormElement)
const files = find(form, '#files', HTMLInputElement)
const text = find(form, '#text', HTMLTextAreaElement)
const picture = find(form, '#picture', HTMLInputElement)
const button = find(form, 'button', HTMLButtonElement)
const progress = find(form, '.progress', HTMLElement)
const results = find(form, '.results', HTMLOListElement)
const pastedNote = find(form, '.pasted', HTMLElement)
const token = find(form, 'input[type=hidden]', HTMLInputElement)
const words = form.dataset

/** How often the server is asked about an input that is not done yet. */
const FOLLOW_MS = 1000

/** Sends wait for one another: each line stands under the one before, and a drop during a send is not lost. */
let sending = Promise.resolve()

/** What was pasted with its formatting, as long as the text beside it stays as it was pasted. */
let pasted = { html: '', text: '' }

/** @param {string | undefined} sentence @param {Record<string, string | number>} values */
function filled(sentence, values) {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (_, name) => String(values[name]))
}

/** @param {string} name @param {string} says @returns {Line} */
function failure(name, says) {
  return { state: 'failed', label: words.failed ?? '', name, href: null, says, isOver: true }
}

/** Puts what is known of an input into its line. @param {HTMLElement} item @param {Line} line */
function fillLine(item, { state, label, name, href, says }) {
  item.className = state
  const strong = document.createElement('b')
  strong.textContent = label
  const named = document.createElement('bdi')
  named.textContent = name
  const link = document.createElement('a')
  if (href !== null) link.href = href
  link.append(named)
  const rest = document.createElement('span')
  const said = document.createElement('bdi')
  said.textContent = says
  rest.append(href === null ? named : link, says === '' ? '' : href === null ? ': ' : ', ', said)
  item.replaceChildren(strong, ' ', rest)
}

/** The lines so far, by state. @param {string[]} states */
function counted(...states) {
  return [...results.children].filter((item) => states.includes(item.className)).length
}

/** Says how many of the inputs are done. */
function showProgress() {
  const total = results.children.length
  const going = counted('waiting', 'running')
  const counts = { added: counted('added'), known: counted('known') + counted('changed'), failed: counted('failed') }
  // What an archive gave, its own line says.
  const isCounted = going === 0 && counted('said') === 0
  progress.textContent = isCounted ? filled(words.done, counts) : filled(words.going, { over: total - going, total })
}

/** Follows an input that is not done yet, until it is. @param {HTMLElement} item @param {string} address */
async function follow(item, address) {
  await new Promise((resolve) => setTimeout(resolve, FOLLOW_MS))
  try {
    const answer = document.hidden ? null : await fetch(address, { headers: { Accept: 'application/json' } })
    // Removed from the list of work by hand: then it stays as it was seen last.
    if (answer?.status === 404) return
    if (answer?.ok) {
      const line = await answer.json()
      const hadFocus = item.contains(document.activeElement)
      fillLine(item, line)
      if (hadFocus) item.querySelector('a')?.focus()
      if (!button.disabled) showProgress()
      if (line.isOver) return
    }
  } catch {
    // The server may be starting again: what waits is waiting still.
  }
  return follow(item, address)
}

/** @param {Line} line */
function showLine(line) {
  const item = document.createElement('li')
  fillLine(item, line)
  results.hidden = false
  results.append(item)
  if (!line.isOver && line.href !== null) void follow(item, line.href)
}

/** Whether a file is larger than an article may be; archives of the web may be of any size. @param {File} file */
function isTooLarge({ name, size }) {
  const endings = (words.archives ?? '').split(' ')
  return size > Number(words.maxBytes) && !endings.some((ending) => name.toLowerCase().endsWith(ending))
}

/** Sends one item; a file that is too large is not sent at all. @param {Item} item @returns {Promise<Line[]>} */
async function send({ field, name, body }) {
  if (body instanceof File && isTooLarge(body)) return [failure(name, `${words.tooLarge}.`)]
  const data = new FormData()
  data.append(token.name, token.value)
  if (picture.checked) data.append(picture.name, picture.value)
  data.append(field, body)
  if (body instanceof File && !(await isReadable(body))) return [failure(name, `${words.unreadable}.`)]
  try {
    const answer = await fetch(form.action, { method: 'POST', body: data, headers: { Accept: 'application/json' } })
    const said = await answer.json()
    return answer.ok ? said : [failure(name, said.sentence)]
  } catch {
    return [failure(name, `${words.lost}.`)]
  }
}

/** Whether the browser can read a file: a dropped folder looks like one and cannot be read. @param {File} file */
async function isReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** @param {Item[]} items */
async function sendAll(items) {
  button.disabled = true
  for (const [at, item] of items.entries()) {
    progress.textContent = filled(words.progress, { n: at + 1, total: items.length, name: item.name })
    for (const line of await send(item)) showLine(line)
  }
  showProgress()
  button.disabled = false
}

/** @param {Item[]} items */
function enqueue(items) {
  sending = sending.then(() => sendAll(items))
  return sending
}

/** @returns {Item[]} */
function pastedItems() {
  if (text.value.trim() === '') return []
  if (pasted.html === '' || pasted.text !== text.value)
    return [{ field: 'text', name: words.pastedText ?? '', body: text.value }]
  const name = words.pastedPage ?? ''
  return [{ field: 'html', name, body: new File([pasted.html], name, { type: 'text/html' }) }]
}

/** @param {Iterable<File>} chosen @returns {Item[]} */
function fileItems(chosen) {
  return [...chosen].map((file) => ({ field: 'file', name: file.name, body: file }))
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  if (button.disabled) return
  const items = [...fileItems(files.files ?? []), ...pastedItems()]
  if (items.length === 0) {
    progress.textContent = words.nothing ?? ''
    return
  }
  await enqueue(items)
  form.reset()
  pastedNote.hidden = true
})

/** Whether files are dragged, and not words or a link. @param {DragEvent} event */
function hasFiles({ dataTransfer }) {
  return dataTransfer?.types.includes('Files') ?? false
}

// On the whole page: a file dropped beside the box would otherwise take the browser away from here.
document.addEventListener('dragover', (event) => {
  if (!hasFiles(event)) return
  event.preventDefault()
  form.classList.add('over')
})
document.addEventListener('dragleave', () => form.classList.remove('over'))
document.addEventListener('drop', async (event) => {
  form.classList.remove('over')
  if (!hasFiles(event)) return
  event.preventDefault()
  await enqueue(fileItems(event.dataTransfer?.files ?? []))
})

text.addEventListener('paste', async (event) => {
  const { clipboardData } = event
  const html = clipboardData?.getData('text/html') ?? ''
  const plain = clipboardData?.getData('text/plain') ?? ''
  const replacesAll = text.selectionStart === 0 && text.selectionEnd === text.value.length
  // Copied source code has formatting too, but the code itself is what was meant.
  if (html === '' || plain.trim().startsWith('<') || !replacesAll) return
  event.preventDefault()
  text.value = plain
  pasted = { html, text: text.value }
  pastedNote.hidden = false
})
text.addEventListener('input', () => {
  pastedNote.hidden = pasted.html === '' || pasted.text !== text.value
})

// The samples go as a plain form; reading them takes some seconds, in which a second click would do nothing good.
for (const samples of document.querySelectorAll('form.samples')) {
  if (!(samples instanceof HTMLFormElement)) continue
  samples.addEventListener('submit', () => {
    find(samples, 'button', HTMLButtonElement).disabled = true
    find(samples, '[role=status]', HTMLElement).textContent = samples.dataset.progress ?? ''
  })
  // Back from the results, the page may come out of the browser's memory as it was left.
  addEventListener('pageshow', () => {
    find(samples, 'button', HTMLButtonElement).disabled = false
    find(samples, '[role=status]', HTMLElement).textContent = ''
  })
}

form.classList.add('scripted')
