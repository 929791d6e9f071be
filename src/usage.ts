/** What `onrecord help` prints, and what it says of commands that are not there yet. */

export const USAGE = `Onrecord reads news coverage and keeps the record: who said what, and where that is printed.

  npm start                       serve the record on this machine and print its address
  npm start -- PATH…              add articles first, print their statements, then serve
  npx onrecord read PATH…|-       print the statements of articles; nothing is kept
       --format text|json|jsonld  for people, as JSON lines, as schema.org JSON lines
       --model small|tiny         reads best (without it), reads fastest
  npx onrecord read --jsonl       {"id","text"} lines in, {"id","statements"} lines out
  npx onrecord add PATH…|-        add articles to the record, or a dossier file with the articles beside it
       --page                     with a picture and a PDF of each page, and all that it shows
  npx onrecord follow URL…        follow feeds, by their address or their site's; without URL: list them
       --words "…"                only entries with these words or names
  npx onrecord unfollow URL…      stop following feeds
  npx onrecord watch URL…         look at pages again every day; without URL: list them
       --feed URL                 at all pages of a feed's entries, those that come later too
       --dossier ID               at all pages that a dossier's evidence stands in
  npx onrecord unwatch URL…       stop looking at them; --feed, --dossier as for watch
  npx onrecord serve              serve the record
  npx onrecord desk-link [MAIL]   print a link that signs you in to the desk once, whatever else is lost
  npx onrecord export --wacz FILE.wacz [ID|ADDRESS…]
                                  write articles with their evidence, signed; all if none is named
  npx onrecord export DOSSIER     print a dossier as a file that can be added again; --out FILE writes it;
                                  --all --out FOLDER writes every one
  npx onrecord show [DOSSIER]     list the dossiers, or print where one stands
       --on DAY                   where it stood on that day, by what is known now
       --as-of DAY                as the record knew it then
  npx onrecord publish DOSSIER    show a dossier to everybody; unpublish: no longer
  npx onrecord verify             check all that is kept, byte for byte, and name what was altered
  npx onrecord verify FILE.wacz   check an export by itself, on any machine
  npx onrecord consent ADDRESS    print what somebody who signed up agreed to, when and how, and how to check it
       --json                     the same for programs, with the ledger's chain up to its end
  npx onrecord stamp              have the ledger stamped by an authority for time stamps (ONRECORD_TSA)
  npx onrecord remove ID|URL      remove an article: its bytes, words and names, out of every file
       --reason "…"               why, which stays; asks before it does it, unless --yes
  npx onrecord remove DOSSIER     remove a dossier; --part ID: one part of it, an actor, an event, with what belongs to it;
                                  --earlier: only what was said before and was changed since, a name in a title
  npx onrecord readmit URL        let something be added again from where something was removed
       --reason "…"               why, which stays
  npx onrecord set-aside          where the database was put back to an earlier day than the archive: move aside what
                                  the archive holds beyond it, and go on
  npx onrecord --version          print the version

PATH is a web page (HTML, MHTML), a PDF, a plain text, a mail (.eml), a transcript (WebVTT, SRT) or an
archive of the web (WARC, WACZ), a folder of them, or the address of a page (https://…); "-" is
standard input.
ONRECORD_DATA (default: the folder data beside the program) and ONRECORD_PORT (default: 4600) say where;
the README has all settings.
`

/** Why a command that the design names is not there yet, and what to do until then. */
export const LATER: Readonly<Record<string, string>> = {
  worker: 'this version works in one process; "serve" does all of it',
  backup: 'this version has no backup of its own yet; stop it and copy the data folder',
  restore: 'this version has no backup of its own yet; stop it and copy the data folder back',
}
