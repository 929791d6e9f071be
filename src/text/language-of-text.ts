/**
 * The most frequent small words of each language, as its newspapers print them. Words that two languages share count
 * for both; what decides is the sum.
 */
const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: 'the of and to in a is that for it on was with he be at by not are from this have an they which or has had were been who its will would there their said but his her more about after also what when we you',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch',
  fr: "le de la les et des en un une du que est pour qui dans a par plus pas au sur ne se ce il sont avec son elle mais ou aux été cette ont ses leur même nous vous d'un c'est",
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos fue',
  pt: 'de a que o e do da em um para com não uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos já eu também só pelo pela até isso ela entre depois sem mesmo aos são foi',
  it: 'di che e la il un a per in una è non sono le con si da del dei i al come più anche ha della nel ma lo alla gli dal delle questo se o su dalla nella degli ai suo sua tra ed',
  nl: 'de van het een en in is dat op te zijn met voor niet aan er die om ook als maar bij door over naar uit tot hij wordt heeft werd dan nog zich deze ze of meer worden hebben kan geen was',
  sv: 'och i att det som en på är av för med den till inte har de om ett var han men så från vi kan när nu också hon sig efter under ska eller mot vid blir där',
  da: 'og i at det som en på er af for med den til ikke har de om et var han men så fra vi kan når nu også hun sig efter under skal eller mod ved blev der blive være',
  no: 'og i at det som en på er av for med den til ikke har de om et var han men så fra vi kan når nå også hun seg etter under skal eller mot ved ble der bli være',
  fi: 'ja on ei että se hän oli ovat mutta kun myös tai joka kuin niin ole sen mukaan sitä tämä nyt vain vielä ollut jos jo kanssa',
  pl: 'i w na z do nie się że to jest o jak po od ale za przez co dla czy ich tym który są było oraz być tylko już może które jego jej przed także tego',
  cs: 'a v na se je že z do o s to i za ve by jak pro po ale který od jako byl jeho už jsou také podle které při však si nebo až jsem být',
  sk: 'a v na sa je že z do o s to i za vo by ako pre po ale ktorý od bol jeho už sú aj podľa ktoré pri však si alebo až som byť',
  hu: 'a az és hogy nem is egy van volt ez csak meg már de ha még mint el azt ki lehet fel kell után szerint vagy amely több között',
  ro: 'de și în a la cu nu pe care o să din este că un pentru mai au fost ce al lui prin sau ale după dar sunt despre acest',
  tr: 've bir bu da de için ile olarak olan çok daha gibi kadar en sonra ne var o her ya ise değil ama oldu olduğunu dedi etti',
  id: 'yang dan di dengan untuk ini dari dalam tidak itu pada akan ke oleh juga ada adalah sebagai telah mereka kata bisa kepada karena saat para atau',
  sw: 'na ya wa kwa ni katika la za kuwa hiyo huo kwamba hii cha baada watu huu lakini hayo kama yake alisema',
  vi: 'và của là có cho không được trong các những một người đã với này khi về cũng từ ông tại đến ra như để',
  hr: 'i je u na se da za su od s što to a koji kako ne iz o će kao bi nije po ili do koja samo već nakon prema',
  ru: 'и в не на что он с как по это но из за от его для о к все у так же был бы было только мы она они после также был',
  uk: 'і в у не на що з до за та як про від його для це але по все він так також був було або ми вони після під які й',
  bg: 'и на да за в е от се с не са че по като ще това си до а но или го при след през има беше който',
  sr: 'и је у на се да за су од с што то а који како не из о ће као би није по или до која само већ након према',
  el: 'και το να του η της με που την από για είναι ο τα στο των σε οι τον θα τη δεν στην τους ότι μας αυτό',
  ar: 'في من على أن إلى التي عن مع هذا الذي هذه ما لا كان قال بعد أو ذلك بين كما قد كل لم حيث خلال إن وقال',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم نیز شده شد کرد می اما بود گفت وی',
  ur: 'کے کی میں ہے کا اور سے کو نے کہ پر اس یہ ہیں نہیں تھا بھی ایک کر گیا کہا ان جو',
  ug: 'بىلەن ۋە بۇ بىر ئۇ ئۈچۈن دەپ بولۇپ كېيىن قىلغان ھەم ئۇنىڭ دېدى ئىدى بولغان بويىچە ئۇلار بولىدۇ ھەر كۈنى قىلىش ئاساسەن',
  he: 'של את על לא זה הוא עם כי גם היא או אל יותר אבל כל מה אני היה אם אך בין אחרי לפי',
}

const ENTRIES = Object.entries(SMALL_WORDS).map(([language, words]) => ({ language, words: new Set(words.split(' ')) }))

/** Scripts that one language's newspapers use, or that tell it from the others of its script. */
const SCRIPTS: readonly [script: RegExp, language: string][] = [
  [/[\u3041-\u3096\u30a1-\u30fa]/g, 'ja'],
  [/[\uac00-\ud7a3]/g, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Tibetan}/gu, 'bo'],
]

/** A script decides when this share of all letters is its. Japanese mixes kana with Han: a tenth is enough. */
const SCRIPT_SHARE: Readonly<Record<string, number>> = { ja: 0.1, ko: 0.3 }
const USUAL_SHARE = 0.5

/** How much is looked at, in UTF-16 code units. */
const SAMPLE = 20_000

/** Fewer words say nothing about their language. */
const LEAST_WORDS = 12

/** Of the words of running text in a language with small words, about four in ten are among them; of another's one. */
const LEAST_SMALL_SHARE = 0.18

/** How much better the best language has to be than the second. */
const LEAD = 1.2

function byScript(sample: string): string | null {
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  if (letters === 0) return null
  for (const [script, language] of SCRIPTS)
    if ((sample.match(script)?.length ?? 0) / letters >= (SCRIPT_SHARE[language] ?? USUAL_SHARE)) return language
  return null
}

/**
 * The language that a text is written in, where its script or its small words leave no doubt.
 *
 * @param text any text; the first 20,000 code units are looked at
 * @returns BCP 47 without script or region, null where it is not certain
 */
export function languageOfText(text: string): string | null {
  const sample = text.slice(0, SAMPLE)
  const script = byScript(sample)
  if (script !== null) return script
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  if (words.length < LEAST_WORDS) return null
  const shares = ENTRIES.map(({ language, words: small }) => ({
    language,
    share: words.filter((word) => small.has(word)).length / words.length,
  })).sort((a, b) => b.share - a.share)
  const [best, second] = shares
  if (best === undefined || best.share < LEAST_SMALL_SHARE) return null
  return best.share >= (second?.share ?? 0) * LEAD ? best.language : null
}
