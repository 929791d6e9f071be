/** Where a page of ours waits for what the bookmarklet sends. */
const RECEIVING_PATH = '/desk/bookmarklet/receive'

/** Longer addresses are cut or refused by browsers, in characters. */
const LONGEST_ADDRESS = 1_900_000

/**
 * The address of the bookmarklet: a program that runs in whatever page is open.
 *
 * It opens a window of ours and hands the page over by message, which no rule of the page forbids. A page that keeps
 * itself apart from windows it opens (COOP) loses that one at once: then the tab itself goes to us, with the page in
 * the part of the address that is never sent over a network.
 *
 * @param origin of this Onrecord: the message goes there and nowhere else
 */
export function bookmarkletHref(origin: string, token: string): string {
  const program = `(()=>{
const o=${JSON.stringify(origin)},p=o+${JSON.stringify(RECEIVING_PATH)};
const d={token:${JSON.stringify(token)},url:location.href,html:"<!doctype html>\\n"+document.documentElement.outerHTML};
const w=open(p);let n=0,s=false;
addEventListener("message",e=>{if(w&&e.source===w&&e.origin===o&&!s){s=true;w.postMessage(d,o)}});
const i=setInterval(()=>{if(s||n++>100)return clearInterval(i);
if(w&&!w.closed)return;clearInterval(i);
const a=p+"#"+encodeURIComponent(JSON.stringify(d));
if(a.length<${LONGEST_ADDRESS})location.href=a;else alert("This page is too long to be sent from here. Save it, and add the file to Onrecord.")},100)})()`
  return `javascript:${encodeURIComponent(program.replaceAll('\n', ''))}`
}
