/**
 * Words by which a block of text, copied or marked up, shows that it is the outlet speaking to its visitor and not
 * the article. Each entry is the beginning of a block or, without `^`, may stand anywhere in it. A block longer than
 * its table's bound is never taken for one: a sentence of an article may well hold such words.
 */

function anyOf(lines: string): RegExp {
  const entries = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  return new RegExp(entries.map((entry) => `(?:${entry})`).join('|'), 'iu')
}

/** Labels and buttons: the whole block, but for signs around it. */
const LABEL = anyOf(String.raw`
  ^(?:advert|advertisement|advertisment|ad|ads|sponsored|sponsored content|promoted|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|continue reading(?: below| the main story)?|read more|see more|show more|load more|loading.{0,20}|more|skip to .{0,40}|skip ad(?:vertisement)?|back to top|top|home|close|menu|search|print|print (?:this )?(?:article|page)|order reprints|text size|font size|save|saved|share|share this.{0,30}|share on .{0,20}|tweet|email|e-mail|email this.{0,20}|facebook|twitter|whatsapp|linkedin|pinterest|reddit|copy link|copied|comments?|\d+ comments?|(?:leave|post|add|write) a (?:comment|reply)|(?:view|show|hide|see|read) (?:all )?(?:\d+ )?comments.{0,20}|no comments(?: yet)?|reply|like|follow us.{0,40}|caption|image \d+ of.{0,12}|\d+ of \d+|\d+/\d+|listen|listen to (?:this )?article|play|watch|video|(?:your |enter (?:your )?)?e-?mail(?: address)?|first name|last name|subscribe(?: now| today)?|sign up(?: now)?|log ?in|sign in|register|accept|ok|got it|thank you|thanks for reading.{0,20}|tags?|topics?|filed under|related|trending|popular|latest|most (?:read|popular|viewed)|recommended|previous|next|next (?:article|post|story)|previous (?:article|post|story)|get short url|buy now|shop now|learn more|find out more)$
  ^(?:about )?(?:\d+|an?) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?) ago$
  ^(?:anzeige|werbung|teilen|drucken|kommentare?|\d+ kommentare?|weiterlesen|mehr lesen|zur startseite|nach oben|newsletter)$
  ^(?:publicité|partager|imprimer|commentaires?|lire la suite|s’abonner|s'abonner|abonnez-vous)$
  ^(?:publicidad|compartir|imprimir|comentarios?|leer más|seguir leyendo|suscríbete|publicidade|compartilhar|partilhar|leia mais|continue lendo|assine|pubblicità|condividi|stampa|commenti|advertentie|deel|delen|annons|dela|annonse|reklama|udostępnij)$
  ^(?:реклама|поделиться|комментарии|печать|подписаться|广告|分享|打印|评论|広告|シェア|コメント|광고|공유|댓글|إعلان|شارك|مشاركة|طباعة|تعليقات)$
`)

/** Invitations, terms and house lines: they begin so. */
const APPEAL = anyOf(String.raw`
  ^sign[ -]?up\b(?! sheets?)
  ^subscribe (?:to|now|today|for|here|and)\b
  ^(?:click|tap) here to (?:subscribe|sign|join|follow|donate|support)
  ^by (?:submitting|signing up|clicking|subscribing|entering|registering|providing|continuing|using|checking|creating)\b.{0,200}(?:you|agree|consent|terms|policy)
  ^(?:get|receive|have|want)\b.{0,80}\b(?:newsletters?|in your inbox|to your inbox|news alerts|e-?mail alerts|by email|delivered (?:to|through|straight))
  ^(?:get|download) (?:our|the) (?:free )?\p{L}* ?apps?\b
  ^every (?:day|week|morning) we send
  ^join (?:our|the) (?:mailing list|newsletter|community|conversation|\d[\d,.]* )
  ^join (?:us|our|the conversation) on (?:facebook|twitter|telegram|whatsapp|instagram|x)\b
  ^enter your (?:e-?mail|address)
  ^your (?:e-?mail|email address) (?:will not|address)
  ^thank you for (?:signing|subscribing|registering|your (?:support|subscription))
  ^(?:please )?(?:check your (?:inbox|e-?mail)|verify your e-?mail|you (?:have|are) (?:successfully|now) (?:subscribed|signed))
  ^you can (?:opt[ -]out|unsubscribe)
  ^(?:we|this (?:web)?site|our (?:web)?site|the times)\b.{0,60}\b(?:cookies|uses cookies)\b
  ^(?:we|this (?:web)?site) (?:may )?(?:use|earn|receive)s? .{0,80}(?:cookies|affiliate|commission)
  ^(?:cookies|privacy policy|terms of (?:use|service)|terms and conditions)\b.{0,80}$
  ^this site is protected by recaptcha
  ^(?:like|love|enjoy(?:ed|ing)?|liked) (?:this|our|what you|the|reading)\b.{0,60}(?:story|article|post|content|\?|share|work)
  ^(?:want|looking for) more\b.{0,60}\?
  ^(?:please )?(?:follow|like|find) (?:us|me|him|her|them|@?[\p{L}\p{N}_. ]{1,40}) on\b.{0,60}(?:facebook|twitter|instagram|telegram|youtube|linkedin|whatsapp|x\b|tiktok|google)
  ^follow .{0,120}\bon (?:facebook|twitter|instagram|telegram|youtube|linkedin|tiktok)\b
  ^(?:you can )?(?:write|e-?mail|reach|contact)(?: to)? .{0,80}(?:@|\bat https?://|on twitter)
  ^(?:have|got) (?:a|any) (?:tips?|story|stories|comments?|questions?|news tips?|confidential)\b
  ^(?:tell us|let us know|what do you think|share your (?:thoughts|views|comments|opinions?))\b
  ^(?:support|donate to|make a donation|become a (?:member|supporter|subscriber|patron))\b.{0,120}(?:journalism|reporting|us|today|newsroom|work|now)
  ^(?:already|not) (?:a|yet a|an) (?:subscriber|member)\b
  ^(?:read|unlock|access|enjoy) (?:the (?:whole|full|complete|rest)|this|unlimited|full|all)\b.{0,160}\b(?:subscri|a (?:week|month|year)\b|cancel|free trial|sign)
  ^(?:this (?:article|story|content) is|these articles are) (?:only |exclusively )?(?:for|available (?:only )?(?:to|for)|reserved for) (?:our )?(?:subscribers|members|registered)
  \bcancel any ?time\b
  ^(?:jetzt weiterlesen|weiterlesen mit|dieser artikel ist (?:nur )?für abonnenten|il vous reste \d+ ?%|la suite est réservée|contenido exclusivo para suscriptores|este contenido es exclusivo|conteúdo exclusivo para assinantes|contenuto riservato agli abbonati|материал доступен только подписчикам|この記事は(?:有料)?会員限定)
  ^(?:copyright|©|\(c\)|ⓒ)\s?.{0,140}$
  ^.{0,40}(?:©|ⓒ|\(c\)) ?(?:\d{4}|copyright).{0,140}$
  \ball rights reserved\b
  ^(?:no part of this|this (?:material|document|article|story|content) (?:may not|is subject to copyright|is copyright))
  ^(?:the )?(?:views|opinions)(?: and (?:views|opinions))? (?:expressed|in this)\b
  ^(?:this (?:article|story|post|piece|report) (?:was|is|has been|originally|first)) (?:originally |first |also )*(?:appeared|published|posted|supported|funded|sponsored|brought|republished|made possible)
  ^(?:\p{L}+ ){0,3}(?:writers?|reporters?|journalists?|correspondents?|staff|editor)\b.{0,200} contributed(?: to this (?:report|story|article|piece))?\.?$
  ^(?:reporting|additional reporting|writing|editing|edited) by\b.{0,200}$
  ^citation:.{0,200}retrieved
  ^(?:note:? )?(?:we are )?(?:temporarily )?moderating (?:all )?comments
  ^comments? (?:are|is|on this)\b.{0,80}(?:closed|moderated|disabled|policy)
  ^this slideshow requires javascript
  ^(?:please )?(?:enable|turn on|activate) javascript
  ^(?:you need|you have|you must|please|to (?:view|use|read|run)|this (?:site|website|page|app)|we['’]re sorry|sorry|for full)\b.{0,80}\bjavascript\b
  ^your browser (?:does not|doesn['’]t)
  ^\[[a-z_]+ [a-z_]+=[^\]]*\].*$|^\[/[a-z_]+\]$
  ^(?:image|photo|photograph|picture|video|credit|source|photo credit|image credit|foto|photo by|photos by|picture by|image by|getty images|file photo)s?(?: (?:credit|courtesy|by|via))? ?[:/|©].{0,200}$
  ^(?:abonnieren|melden sie sich|jetzt (?:anmelden|abonnieren)|mit (?:der|ihrer) anmeldung|hier (?:anmelden|abonnieren)|newsletter abonnieren|diese (?:web)?seite verwendet cookies|wir verwenden cookies|alle rechte vorbehalten|folgen sie uns)
  ^(?:inscrivez-vous|abonnez-vous|recevez (?:chaque|notre|nos|toute)|en (?:vous inscrivant|cliquant|soumettant|poursuivant)|ce site utilise des cookies|nous utilisons des cookies|tous droits réservés|suivez-nous|cet article est réservé aux abonnés)
  ^(?:suscríbete|suscríbase|regístrate|apúntate|reciba|recibe (?:nuestra|las|nuestro|cada)|al (?:enviar|suscribirte|registrarte|hacer clic)|este sitio (?:web )?utiliza cookies|utilizamos cookies|todos los derechos reservados|síguenos|síganos)
  ^(?:assine (?:a|o|nossa)|inscreva-se|cadastre-se|receba (?:a|as|nossa|nosso)|ao (?:enviar|se inscrever|assinar|clicar)|este site (?:usa|utiliza) cookies|utilizamos cookies|todos os direitos reservados|siga-nos|atenção: comentários)
  ^(?:iscriviti|abbonati|ricevi (?:la|ogni|le)|inviando|cliccando|questo sito utilizza cookie|tutti i diritti riservati|seguici|riproduzione riservata)
  ^(?:meld je aan|schrijf je in|abonneer|ontvang (?:onze|elke)|door (?:je|u|op|dit)\b.{0,40}(?:aanmelden|klikken|formulier)|deze (?:web)?site gebruikt cookies|alle rechten voorbehouden|volg ons)
  ^(?:prenumerera|anmäl dig|alla rättigheter|zapisz się|zasubskrybuj|wszelkie prawa zastrzeżone|kövess minket|iratkozz fel|abone ol|bültenimize|tüm hakları saklıdır)
  ^(?:подпишитесь|подписывайтесь|следите за|все права защищены|сайт использует cookie|нажимая (?:на )?кнопку|отправляя|підпишіться|підписуйтесь|усі права захищені)
  ^(?:订阅|訂閱|注册|关注我们|關注我們|扫码|扫描二维码|版权所有|版權所有|未经授权|未經授權|责任编辑|責任編輯|转载请注明|本网站使用|免责声明|点击订阅)
  (?:無断転載|無断複製|禁無断|メールマガジン(?:に|を)登録|ニュースレター(?:に|を)登録|フォローする$)
  (?:무단\s?전재|재배포\s?금지|구독하기|구독하세요)
  ^(?:اشترك|سجل (?:الآن|بريدك)|تابعونا|تابعنا|جميع الحقوق محفوظة|بالضغط على|هذا الموقع يستخدم|حقوق النشر)
  ^(?:הירשמו|הרשמו|עקבו אחרינו|כל הזכויות שמורות)
  ^(?:مشترک شوید|عضویت در خبرنامه|ما را دنبال کنید)
`)

/** A block that leads to other articles: the words that begin it, alone or with what it leads to. */
const LEAD_AWAY = anyOf(String.raw`
  ^(?:read|see|watch|listen)(?: more| next| also| now| this| the full (?:story|article)| here)? ?[:：>»→]
  ^(?:read|see|watch) (?:more|also|next)\b.{0,100}$
  ^(?:related|also read|also see|also on|more on (?:this|the)|more from|more great|more news|more stories|more coverage|further reading|up next|don['’]t miss|must read|editor['’]?s['’]? (?:picks?|choice)|recommended|you (?:may|might) (?:also|like)|popular on|trending(?: now| on| stories)?|most (?:read|popular|viewed|shared)|latest (?:news|from|stories)|top stories|next (?:story|article|up)|what to read next|keep reading|in case you missed|see also|(?:other|similar) (?:news|stories|articles|posts))\b
  ^(?:lesen sie (?:auch|mehr|hier)|mehr zum thema|mehr dazu|auch interessant|das könnte (?:sie|dich)|weitere (?:artikel|nachrichten|meldungen)|zum thema|meistgelesen)
  ^(?:lire aussi|à lire aussi|a lire aussi|à lire également|lire également|voir aussi|sur le même sujet|les plus lus|nos autres|articles? (?:liés|similaires|connexes))
  ^(?:lea también|lee también|le puede interesar|te puede interesar|además|más (?:noticias|información|en|sobre)|noticias relacionadas|relacionad[oa]s|ver también|también te|lo más (?:leído|visto)|puedes leer)
  ^(?:leia também|veja também|leia mais|saiba mais|mais (?:notícias|lidas|sobre)|notícias relacionadas|confira também)
  ^(?:leggi anche|leggi tutto|ti potrebbe interessare|potrebbe interessarti|articoli correlati|vedi anche|i più letti)
  ^(?:lees ook|lees meer|meer over|ook interessant|gerelateerd|läs (?:också|även|mer)|les også|læs også|lue myös|zobacz (?:też|także|również)|czytaj (?:też|także|również|więcej)|přečtěte si|čtěte (?:také|též|více)|olvasta már|kapcsolódó|ilgili haber|citește și|διαβάστε (?:επίσης|ακόμη))
  ^(?:читайте (?:также|ещё|еще|по теме)|смотрите также|по теме|материалы по теме|читайте також|дивіться також)
  ^(?:相关(?:新闻|阅读|报道|文章|链接)|相關(?:新聞|閱讀|報導|文章)|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|更多(?:新闻|内容)|热门|関連(?:記事|ニュース|リンク)|あわせて読みたい|こちらもおすすめ|관련\s?(?:기사|뉴스)|추천\s?기사|많이 본)
  ^(?:اقرأ (?:أيضا|أيضًا|المزيد)|مواضيع ذات صلة|أخبار ذات صلة|شاهد أيضا|المزيد من|اقرا ايضا|קראו (?:גם|עוד)|עוד בנושא|کتابهای|بیشتر بخوانید|مطالب مرتبط)
`)

/** The end of a caption: who took the picture. */
const CREDIT =
  /(?:^|[\s([])(?:photos?|photograph|photography|picture|image|credit|drawing|illustration|graphic|map|foto|bild|grafik|crédits?|photo d[’']archives|imagen|imagem|immagine|фото|图|圖|写真|사진)(?:\s?(?:by|credit|courtesy of|courtesy))?\s?[:：/©]\s?[^.!?。]{2,80}$|\((?:ap|reuters|afp|epa|getty)\s?(?:photo|images?)?\/[^)]{2,60}\)\s*$/iu
const MAX_CAPTION = 400

/** Whether a block ends as captions do, with the name of who took the picture. */
export function isCaption(text: string): boolean {
  return text.length <= MAX_CAPTION && CREDIT.test(text)
}

const MAX_LABEL = 60
const MAX_APPEAL = 420
const MAX_LEAD_AWAY = 140

/** Signs and pictures around a label: "[ Advert ]", "» Share". */
const AROUND = /^[\s\p{P}\p{S}]+|[\s\p{P}\p{S}]+$/gu

/** Whether a block is a label or a row of buttons: "Skip to content", "[ Advert ]", "Facebook Twitter Email". */
export function isLabel(text: string): boolean {
  if (text.length > MAX_LABEL) return false
  const words = text.replace(AROUND, '')
  return LABEL.test(words) || words.split(/[\s\p{P}\p{S}]+/u).every((word) => LABEL.test(word))
}

/** Whether a block invites its reader to something, or is a house line: "Sign up for our newsletter". */
export function isAppeal(text: string): boolean {
  return text.length <= MAX_APPEAL && APPEAL.test(text)
}

/** Whether a block is a label, an invitation or a house line and nothing of the article. */
export function isBoilerplate(text: string): boolean {
  return isLabel(text) || isAppeal(text)
}

/** Whether a block leads to other articles, alone or as the heading of a list of them. */
export function leadsAway(text: string): boolean {
  return text.length <= MAX_LEAD_AWAY && LEAD_AWAY.test(text.replace(/^[\s\p{P}\p{S}]+/u, ''))
}
