/** Languages that are the only large one to use their script. */
const ONLY_LANGUAGE: Readonly<Record<string, string>> = {
  Armn: 'hy',
  Geor: 'ka',
  Grek: 'el',
  Hang: 'ko',
  Hebr: 'he',
  Hira: 'ja',
  Kana: 'ja',
  Khmr: 'km',
  Laoo: 'lo',
  Mymr: 'my',
  Thai: 'th',
}

/** The language (BCP 47) that `script` alone gives away, else null: 新疆 may be Chinese or Japanese. */
export function languageOfScript(script: string): string | null {
  return ONLY_LANGUAGE[script] ?? null
}
