import type { Dirent } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { isDossierFile, isDossierName } from '../record/dossier-file/parse-dossier-file.ts'

/** What a folder is searched for: the endings that saved articles have. */
const SAVED_ARTICLE = /\.(?:html|htm|xhtml|mhtml|mht|pdf|txt|eml|vtt|srt|warc|warc\.gz|wacz)$/i

/** Those endings, as a sentence names them. */
export const ENDINGS = '.html, .htm, .xhtml, .mhtml, .mht, .pdf, .txt, .eml, .vtt, .srt, .warc, .warc.gz and .wacz'

/** The folder that a browser saves beside "X.html", with the page's pictures and frames: "X_files". */
const BESIDE_PAGE = /(?:_files|_fichiers|_archivos|-Dateien)$/

/** Bytes within which a dossier file says what it is. */
const DOSSIER_HEAD = 10_000

/** Whether a file is a dossier. */
async function isDossierAt(path: string): Promise<boolean> {
  if (isDossierName(path)) return true
  if (!/\.json$/i.test(path)) return false
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(DOSSIER_HEAD) })
    return isDossierFile(buffer.toString('utf8', 0, bytesRead))
  } finally {
    await file.close()
  }
}

/** What a folder gives. */
export type FolderFiles = {
  /** Paths of the dossier files, where they are asked for: they name the articles that lie beside them. */
  readonly dossiers: readonly string[]
  /** Paths of the saved articles, in the order of their names. */
  readonly files: readonly string[]
  /** How many other files there are, hidden ones and those that belong to a saved page left uncounted. */
  readonly others: number
}

/** The folders that browsers saved beside their pages; paths below `folder`. */
function savedBeside(folder: string, entries: readonly Dirent[]): ReadonlySet<string> {
  const paths = new Set(entries.map((entry) => relative(folder, join(entry.parentPath, entry.name))))
  const isBeside = (path: string) => {
    const page = path.replace(BESIDE_PAGE, '')
    return page !== path && ['.html', '.htm', '.xhtml'].some((ending) => paths.has(`${page}${ending}`))
  }
  return new Set([...paths].filter(isBeside))
}

/**
 * The saved articles below a folder; hidden files and folders are left alone, and what belongs to a saved page.
 *
 * @param withDossiers whether dossier files are looked for, too
 */
export async function folderFiles(folder: string, withDossiers: boolean): Promise<FolderFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const beside = savedBeside(folder, entries)
  const paths = entries
    .filter((entry) => entry.isFile() || (!entry.isDirectory() && SAVED_ARTICLE.test(entry.name)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => {
      const parts = path.split(sep)
      const isHidden = parts.some((part) => part.startsWith('.'))
      return !isHidden && !parts.some((_, at) => beside.has(parts.slice(0, at + 1).join(sep)))
    })
  const files = paths.filter((path) => SAVED_ARTICLE.test(path)).sort()
  const dossiers: string[] = []
  for (const path of withDossiers ? paths.toSorted() : [])
    if (await isDossierAt(join(folder, path))) dossiers.push(join(folder, path))
  const others = paths.length - files.length - dossiers.length
  return { dossiers, files: files.map((path) => join(folder, path)), others }
}
