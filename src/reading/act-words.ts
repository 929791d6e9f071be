import type { Act } from './statement.ts'

/** An act, the words that make it, and why they do. */
export type ActRule = { readonly act: Act; readonly words: RegExp; readonly why: string }

function rule(act: Act, words: string, why: string): ActRule {
  return { act, words: new RegExp(words, 'u'), why }
}

/**
 * What a cue decides by itself, the first that fits. Matched against the cue and the words behind it, with a bar
 * between them, in small letters, straight apostrophes, one space between words (` asked | the embassy to help `);
 * a match has to begin in the cue.
 */
export const CUE_RULES: readonly ActRule[] = [
  rule(
    'assert',
    ` (?:declined|refused|refuses|declines) to (?:comment|say|discuss|answer|elaborate|speculate|identify)`,
    'silence undertakes nothing',
  ),
  rule('commit', ` refus(?:e|es|ed|ing) `, 'who refuses undertakes not to'),
  rule(
    'demand',
    ` (?:ask|asks|asked|asking|tell|tells|told|telling|warn|warns|warned|warning|beg|begs|begged|begging) (?:(?:\\p{L}[\\p{L}'-]*|\\|) ){1,5}(?:not )?(?:\\| )?to (?!have )`,
    'what somebody else is to do',
  ),
  rule('demand', ` ask(?:s|ed|ing)? (?:(?:\\p{L}+|\\|) ){0,4}for | ask(?:s|ed|ing)? (?:\\| )?that `, 'a request'),
  rule(
    'ask',
    ` (?:ask|asks|asked|asking|wonder|wonders|wondered|wondering|inquire|inquired|inquiring|enquired|query|queried|puzzled over) `,
    'a question',
  ),
  rule(
    'ask',
    ` question(?:s|ed|ing)? (?:\\| )?(?:whether|why|if|how|what|who|when) | question (?:\\p{L}+ ){0,3}(?:is|was|are|were) | rais(?:e|es|ed|ing) (?:the |a )?question (?:of|whether)`,
    'a question put',
  ),
  rule(
    'confirm',
    ` (?:agree[sd]?|agreeing) (?!(?:\\| )?to )| (?:confirm(?:s|ed|ing)?|admit(?:s|ted|ting)?|conced(?:e|es|ed|ing)|acknowledg(?:e|es|ed|ing)|apologi[sz](?:e|es|ed|ing)|corroborat(?:e|es|ed|ing)|concur(?:s|red)?|affirm(?:s|ed|ing)?|owns up|owned up|accepts?|accepted|acknowledge?ment|admission|recognition|confess(?:es|ed|ing)?|recogni[sz](?:es|ed|ing)|pleaded guilty|regret(?:s|ted)?) `,
    'granted',
  ),
  rule(
    'deny',
    ` (?:den(?:y|ies|ied|ying)|refut(?:e|es|ed|ing)|disput(?:e|es|ed|ing)|rebut(?:s|ted)?|dismiss(?:es|ed|ing)?|debunk(?:s|ed|ing)?|contradict(?:s|ed|ing)?|disavow(?:s|ed)?|disagree[sd]?|pooh-poohed|pushed back|push back|pushing back|brushed off|brush(?:es)? aside|shrugged off|downplay(?:s|ed|ing)?|played down|laughed off|reject(?:s|ed|ing)? (?:\\| )?(?:\\p{L}+ ){0,3}?(?:claims?|idea|notions?|suggestions?|charges?|accusations?|allegations?|assertions?|arguments?|criticisms?|reports?|rumou?rs?|characteri[sz]ations?)|pleaded not guilty|walked back|repudiated) | (?:do not|don't|does not|doesn't|did not|didn't) (?:think|believe|agree|see) `,
    'not so',
  ),
  rule(
    'commit',
    ` (?:promis(?:e|es|ed|ing)|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|commit(?:s|ted|ting)? to|undertook|undertakes|guarantee[sd]?|guaranteeing|swore|swears|intends?|intended|intending|intention|intent on|plan(?:s|ned|ning)?|agree[sd]?|agreeing|decided|decides|decision (?:\\| )?to|determined to|determined|determination|offer(?:s|ed|ing)? (?:\\| )?to|volunteered to|aims?|aimed|aiming|threaten(?:s|ed|ing)? (?:\\| )?to|willing|willingness|set out to|announced plans|opted|resolve[sd]? to|resolved|is committed|are committed|was committed|commitment|ready (?:\\| )?to|assur(?:e|es|ed|ing)) `,
    'an undertaking',
  ),
  rule(
    'demand',
    ` (?:urg(?:e|es|ed|ing)|demand(?:s|ed|ing)?|implor(?:e|es|ed|ing)|exhort(?:s|ed|ing)?|recommend(?:s|ed|ing)?|propos(?:e|es|ed|ing|al|als)|advis(?:e|es|ed|ing)|advice|insist(?:s|ed|ing)? on|order(?:s|ed|ing)?|instruct(?:s|ed|ing)?|plead(?:s|ing)?|pleaded with|lobb(?:y|ies|ied|ying)|advocat(?:e|es|ed|ing) (?:for)?|advocat(?:es|ed|ing)|encourag(?:e|es|ed|ing)|request(?:s|ed|ing)?|petition(?:s|ed|ing)?|push(?:es|ed|ing)? for|press(?:es|ed|ing)? for|pressed|pressing|(?:seek(?:s|ing)?|sought) (?!(?:\\| )?to )|call(?:s|ed|ing)? (?:again |repeatedly )?(?:on|for|upon)|calls? (?:has|have) |convinc(?:e|ing)|persuad(?:e|ing)|appeal(?:s|ed|ing)? to|invit(?:e|es|ed|ing)|challeng(?:e|es|ed|ing) (?:\\p{L}+ ){1,3}to|want(?:s|ed)? (?!(?:\\| )?to )|dar(?:es|ed)|cautioned against|warn(?:s|ed|ing)? against|rally|rallied) `,
    'what others are to do',
  ),
  rule(
    'accuse',
    ` (?:accus(?:e|es|ed|ing)|accusations?|blam(?:e|es|ed|ing)|slam(?:s|med|ming)?|blast(?:s|ed|ing)?|attack(?:s|ed|ing)?|attacks on|denounc(?:e|es|ed|ing)|condemn(?:s|ed|ing)?|condemnation|decr(?:y|ies|ied|ying)|rip(?:s|ped|ping)? (?:into)?|lambast(?:e|es|ed|ing)|excoriat(?:e|es|ed|ing)|berat(?:e|es|ed|ing)|rail(?:s|ed|ing)?|mock(?:s|ed|ing)?|ridicul(?:e|es|ed|ing)|taunt(?:s|ed|ing)?|insult(?:s|ed|ing)?|hammer(?:s|ed|ing)?|assail(?:s|ed|ing)?|rebuk(?:e|es|ed|ing)|scold(?:s|ed|ing)?|chastis(?:e|es|ed|ing)|alleg(?:e|es|ed|ing|ation|ations)|charg(?:es|ed|ing)|go(?:es|ne)? after|went after|going after|hit(?:s|ting)? (?:back )?(?:at)?|lash(?:es|ed|ing)? out|tore into|tear(?:s|ing) into|smear(?:s|ed|ing)?|vilif(?:y|ied|ies)|demoniz(?:e|ed|es|ing)|bash(?:es|ed|ing)?|jab(?:s|bed)? at|knock(?:s|ed|ing)|chided|chid(?:e|es|ing)|skewer(?:s|ed|ing)?|cast(?:s|ing)? (?:\\p{L}+ ){1,3}as|portray(?:s|ed|ing)?|paint(?:s|ed|ing)|faulted|faulting|critici[sz](?:e|es|ed|ing)|criticisms?|critical of|critique|unsparing) `,
    'charges somebody',
  ),
  rule(
    'concern',
    ` (?:worr(?:y|ies|ied|ying)|fear(?:s|ed|ing)?|afraid|concern(?:s|ed)?|warn(?:s|ed|ing)?|warnings?|complain(?:s|ed|ing)?|complaints?|lament(?:s|ed|ing)?|question(?:s|ed|ing)|doubt(?:s|ed|ing)?|misgivings?|anxious|anxiety|nervous|alarm(?:s|ed)?|despair(?:ed|s)?|dismay(?:ed)?|frustrat(?:ed|ion)|bristl(?:ed|es|ing)|balk(?:ed|s|ing)|caution(?:s|ed|ing)?|grumbl(?:ed|es|ing)|skeptic(?:al|ism)|sceptic(?:al|ism)|uneasy|unease|troubled|distress(?:ed)?|bemoan(?:ed|s|ing)?|angered|upset|outraged?|incensed|furious|disappointed|disappointment|appalled|horrified|disgusted|reservations|wary|fretted|fret|objected|objects?|protested|panicked|shocked|hesitant|expressed (?:\\p{L}+ )?sadness) `,
    'voices worry',
  ),
  rule(
    'predict',
    ` (?:predict(?:s|ed|ing|ion|ions)?|forecast(?:s|ed|ing)?|expect(?:s|ed|ing|ation|ations)?|project(?:s|ed|ing|ions?)|anticipat(?:e|es|ed|ing)|foresee[sn]?|foresaw|prophesied|'s bet is|bets?|betting|bet that|is likely|are likely|foretold) `,
    'says what will be',
  ),
]

/**
 * What a content is, where the cue leaves it open; the first that fits. Matched against the main clause in small
 * letters (` i will go `), without marks.
 */
export const CONTENT_RULES: readonly ActRule[] = [
  rule(
    'confirm',
    `^ (?:yes|yeah|it's true|it is true|that's right|that is right|that's true|of course it)|(?:is|was|are|were) (?:indeed|right about|correct)| indeed | i (?:made|was) (?:a mistake|wrong)| apologi[sz]e| sorry |\\b(?:is|was) (?:true|genuine|accurate|authentic) `,
    'grants it',
  ),
  rule(
    'demand',
    `^ (?:that )?(?:let's|let us|please|stop|don't|do not|tell|go|get|vote|give|release|listen|pay|join|call|send|stay|fight|keep|bring|leave|show|wake|put|take|remember|look|make|come|be|lock|build|end|drop|ask|imagine) `,
    'an order',
  ),
  rule(
    'accuse',
    ` (?:lied|lying|liars?|lies about|corrupt|corruption|crook|crooked|racists?|racism|bigots?|bigotry|sexist|misogynist\\p{L}*|frauds?|fraudulent|disgusting|hypocri\\p{L}+|dishonest|dishonesty|cheat(?:ed|ing|s|er)?|betray\\p{L}*|violat(?:ed|es|ing)|broke the law|criminals?|thugs?|incompetent|incompetence|unfit|unqualified|temperamentally|phony|fails? to|failed to|failing to|misled|mislead\\p{L}*|deceiv\\p{L}+|deceptive|stole|stolen|stealing|rigged|rigging|smear\\p{L}*|cover-?up|covering up|hid|abus(?:ed|es|ing|ive)|exploit\\p{L}*|insult\\p{L}*|disgrace\\p{L}*|deplorables?|ignoran\\p{L}+|reckless(?:ly)?|clueless|narcissis\\p{L}+|demagogue|bully|bullying|con man|con artist|scapegoat\\p{L}*|pander\\p{L}*|divisive|distort\\p{L}*|exaggerat\\p{L}+|disrespect\\p{L}*|overstepped|nasty|irresponsible|shameful|outrageous|loser|losers|lazy|stupid|idiots?|clown|coward\\p{L}*|treason\\p{L}*|traitors?|propaganda|politiciz\\p{L}+|sham|hateful|terrible|pathetic|horrible|awful|(?:has|have|had) failed|wrongly|illegally|worst|embarrassment|unhinged|crazy|joke|con|evil|vicious|weak|sham|tortur(?:e|es|ed|ing)|persecut(?:e|es|ed|ing|ion)|atrocit(?:y|ies)|genocide|crimes against humanity|war crimes?|massacred?|murdered|murdering|harass(?:ed|es|ing|ment)|intimidat(?:e|es|ed|ing|ion)|blackmail(?:ed|ing)?|brib(?:ed|es|ing|ery)|embezzl(?:ed|ing|ement)|launder(?:ed|ing)|repress(?:ed|ing|ion)|oppress(?:ed|es|ing|ion)|whitewash(?:ed|ing)?|unlawful(?:ly)?|arbitrarily|threatened to (?:kill|hurt|harm|beat|shoot|fire|sue)|beat(?:en)? (?:him|her|them)|bankrupt(?:ed|s)?|destroyed|wrecked|ruined|sold out|turned (?:his|her|its|their) back|unpresidential|despises?|cozy|defraud\\p{L}*|not (?:honest|trustworthy|fit|qualified|a leader|prepared to be)|untrustworthy|lacks (?:the )?(?:judgment|temperament)|puppets?|hoax|rapists?|predators?|out of touch|spread(?:s|ing)? (?:hate|lies)|attack(?:ed|ing)? (?:women|minorities|muslims|latinos|immigrants|the)) `,
    'charges somebody',
  ),
  rule(
    'deny',
    `^ (?:no|nope|never|absolutely not|not true) (?!matter|one |doubt|question|wonder)| (?:not|isn't|wasn't|n't) true | (?:is|are|was|were) (?:just |simply |all |\\p{L}+ly )*(?:false|untrue|baseless|groundless|unfounded|fabricated|made up|nonsense|ridiculous|absurd|a lie|lies|a myth|a hoax|a fabrication|no truth|without (?:merit|foundation|basis))|(?:is|was|are|were|there's|had|has|have|be|been|see|found|sees) no (?:evidence|truth|basis|plans?|link|connection|intention|reason|credible|specific|indication|such|proof|record|knowledge|conflict|wrongdoing|interest|role|ties)|nothing to do with|^ (?:that )?(?:i|he|she|they|we|it) (?:(?:had |has |have |'ve )?never|did not|didn't|was not|wasn't|were not|weren't|had not|hadn't|had no|had nothing) (?!know|expect|see|want|have|think|sure|given|thought|seen|been more|imagin|expecting|happy|surprised|worried|afraid|concerned)| (?:neither|nor) | nothing wrong| did nothing | (?:do|does|did)(?: not|n't) (?:see a|believe|mean|exist|reflect|appear|seem)|(?:was|were|is|are)(?: not|n't) (?:a )?(?:about|because|responsible|involved|affiliated|aware|in a crisis|related|an? issue)`,
    'not so',
  ),
  rule(
    'concern',
    ` (?<!(?:not|n't|no|never|without|less) (?:\\p{L}+ ){0,2})(?:worr(?:y|ied|ies|ying|isome)|fear(?:s|ed|ful)?|afraid|concern(?:ed|s|ing)?|troubl(?:ed|ing)|alarm(?:ed|ing)|scary|scar(?:es|ed)|terrif(?:ied|ying)|frighten(?:ed|ing)|dangerous|danger|dangers|threat to|at risk|saddened|frustrat(?:ed|ing|ion)|ashamed|disappoint(?:ed|ing|ment)|crisis|doubts?|skeptical|nervous|anxious|misgivings|horrif(?:ied|ic|ying)|devastat(?:ed|ing)|disaster|disastrous|unfortunately|demoraliz(?:ed|ing)|disturb(?:ed|ing)|uncomfortable|unacceptable|heartbreaking|tragic|tragedy|shocked|shocking|embarrass(?:ed|ing)|unfair|nightmare|sad|panic(?:ked)?|catastroph\\p{L}+|unsustainable|upset) `,
    'worry',
  ),
  rule(
    'predict',
    `^ (?!(?:what|where|how|who|when|which|why|(?:that|who|which) (?:would|will|could|may|might)) )(?:\\S+ ){0,11}?(?:(?:will|won't|would|wouldn't|could|may|might|shall)(?! (?:not |never )?(?:have|barely|like|love|say) )|going to|gonna|expects?|expected|likely (?!voters)|unlikely|on track|on pace|(?:is|are) set to|poised|bound to|about to|if elected|chance of|should (?:boost|help|benefit|win|lead)) `,
    'what will be',
  ),
]
