/** What swindlers write who want an answer, a call or a payment rather than a click; see also lexicon-gains.ts. Data: one phrase a line, see phrases.ts. */

/** A fortune that needs a stranger's help. */
const FORTUNE = `
  next of kin
  estate|fund|deposit|sum|account * worth|valued|left * million~|billion
  decedent|intestate
  law firm|chambers|notary * estate|deceased|late|inheritance|funds
  beneficiary|benefactor|heir * fund~|inheritance|estate|late|deceased|will|payment|your|chosen
  late husband|father|client|mother|customer|wife
  sum of * #|million|usd|dollars|euro~|pounds
  # * million|billion * dollars|usd|united|us|euro~|pounds|gbp
  million united states dollars
  inheritance|inherited * fund~|claim|late|deceased|family|million
  unclaimed|abandoned|dormant * inheritance|estate|account
  transfer * fund~|sum|money * your|into|account|foreign|out
  your fund|funds * transfer~|release|approved|payment|deposited
  consignment box|boxes
  atm|visa card * loaded|worth|million|delivery|courier
  compensation fund|payment|commission * victim~|scam|un|united
  united nations|imf|fbi|interpol|world * compensation|fund|payment|payout
  barrister|solicitor|attorney * late|client|deceased|estate|behalf
  business|mutual|profitable|lucrative|investment proposal|partnership|opportunity|benefit * trust|confidential|million|foreign|overseas|country
  god fearing|bless you
  dying of|from cancer
  diagnosed with|of * cancer
  charity|donat~ * million|fund~|orphan~|less|late|chosen|selected|you|god
  has|have|am * donated|donating * $|usd|#|million|to
  donation|donate|grant * to you
  charity project|foundation * donat~|fund~|million
  i am|m * philanthropist
  receive your * donation|fund|grant|compensation
  scam|scammed victim~
  outstanding principal|payment|fund * beneficiary|amount|released
  donation of|worth * #|million|usd|euro
  won * lottery|mega|powerball|sum|amount|million
  lottery|jackpot|sweepstake~ * winner~|won|board|program|claim|promotion|winning
  contact * fiduciary|claim|claims|diplomat|courier|barrister|attorney * agent|officer|company|immediately|with|email|for
  full name~ * address * phone|telephone|occupation|age|country
  your full name~
  bank draft|cheque * million|delivery|amount
  erbschaft|erbe|nachlass * million~|verstorben~|begunstigt~|anspruch|fonds
  million~ euro|dollar|us
  spende * million~|euro|krebs|ausgewahlt
  heritage|succession * million~|beneficiaire|defunt|notaire|don|leguer
  don de|d * million~|euros
  atteinte|souffre|cancer * cancer|gorge|phase|heritier~|leguer|donation|don
  erfenis|nalatenschap * miljoen|begunstigde|overleden
  abogado|notario * cliente|fallecid~|herencia
  viuda|veuve|witwe|vedova|viuva|weduwe
  krebs|cancer|cancro * erkrankt|atteint~|enferm~|malat~|doente|spend~|donat~|legu~
  fallecid~|difunt~|defunt~|deceduto|falecid~|verstorben~ * cliente|client|mandant~|herdeiro~|heredero~|eredi
  escogi|escolhi|choisi|ausgewahlt|scelto * beneficiari~|begunstigt~|beneficiaire
  heritage|herencia|heranca|eredita|erbschaft|erfenis * de|von|di|van|por
  herencia|fondo~ * millon~|beneficiari~|fallecid~|difunt~|heredero~
  millon~ * dolares|euros
  heranca|fundo~ * milh~|beneficiari~|falecid~
  milhoes * dolares|euros|reais
  eredita|fondi * milion~|beneficiari~|defunt~|deceduto
  donazione * milion~|euro|cancro|vedova
  spadek * milion~
  ha ganado|gano * euros|dolares|premio|sorteo|loteria|#
  ganador * sorteo|loteria|premio
  premio|sorteo|loteria * reclam~|cobrar|ganad~|nacional
  voce ganhou * premio|sorteio|reais|#
  gagne|gagnant * loterie|tirage|lot|euros
  haben|sie * gewonnen * euro|lotterie|gewinnspiel|#
  gewinn * anfordern|beanspruchen|auszahl~|lotterie
  hai|ha vinto * premio|euro|lotteria|#
  nombre completo * telefono|pasaporte|direccion|cuenta
  nome completo|completa * telefone|telefono|passaporte|endereco|indirizzo
  vollstandig~ namen * adresse|telefon~|konto~
`;

/** "I have seen you." */
const EXTORTION = `
  recorded|filmed|captured|recording|footage|video * you|webcam|camera|masturbat~|pleasur~|yourself|screen|watching
  i|we * hacked|infected|access * your|you * device~|computer|system|account~|webcam|camera|phone
  hacked|infected|installed * malware|trojan|virus|spyware|rat|keylogger|pegasus
  masturbat~
  adult|porn~ * site~|website~|videos|content|sites
  send|share|forward|publish|distribute * video|recording|footage|photos * contacts|friends|family|colleagues|everyone|all
  bitcoin|btc wallet|address * below|following|is|send|this
  send|transfer|pay * # * bitcoin|btc|usd|dollars * wallet|address|to|worth|in
  # hours * pay|payment|transfer|bitcoin|transaction
  i|we know * password|secret~|everything|about you
  your darkest|dirty|intimate|perverted secret~
  erase|delete * video|recording|everything|data|footage * once|after|payment|receive
  webcam|kamera * aufgenommen|gefilmt|aufgezeichnet|masturbier~|selbstbefriedig~
  schadsoftware|trojaner|virus * installiert|infiziert|gerat~|system
  ich|wir habe|haben * gehackt|zugriff|aufgenommen|gefilmt
  bitcoin * uberweisen|uberweisung|senden|wallet|adresse|zahlen
  j ai * pirate|enregistre|filme|infecte|installe
  pirate|infecte * appareil|ordinateur|compte|webcam
  masturb~
  gehackt|besmet * apparaat|computer|account|webcam
  he|hemos * hackeado|grabado|infectado|instalado|pirateado
  video|grabacion * contactos|masturb~|webcam|camara
  eu|nos * hackeei|gravei|invadi|infectei|instalei
  video|gravacao * contatos|masturb~|webcam|camera
  ho|abbiamo * hackerato|registrato|infettato|violato|installato
  video|registrazione * contatti|masturb~|webcam|telecamera
`;

/** A superior who cannot talk right now. */
const ERRAND = `
  are you available|free|around|busy|at|in|there|less
  you at|in|on your desk|office|moment
  gift|itunes|steam|google|apple|amazon|vanilla|ebay card~|gift|play * purchase|buy|get|need|worth|scratch|photo~|picture~|code~|denomination~|staff|clients
  purchase|buy|get|procure * gift|itunes|steam|google|apple * card~
  scratch * card~|back|code~|silver
  quick|urgent|little|small|discreet task|favor|favour|errand|assignment|request
  bank~|account~ * has|have * changed|audit|frozen|hold * new|below|payment~|invoice~
  remit|send|pay|direct|settle|make * payment~|invoice~|outstanding|balance * new|below|following|updated account|bank~|details
  new|below|following|updated account|iban * today|immediately|confirm
  do not|t * call|phone|ring * lines|number|office|maintenance|meeting
  phone|telephone lines * down|maintenance|repair
  in|on a|the|an|my * meeting|conference * now|call|phone|email|text|calls|moment|can
  your|personal|available|send|drop|give|forward * cell|mobile|whatsapp|phone|telegram number|line
  can t|cannot|unable * talk|call|calls|phone|speak
  reply * cell|mobile|number|whatsapp|only|asap|back as
  process|initiate|make|handle|complete|set * wire|payment|transfer|bank|ach * today|now|vendor|immediately|urgent~|asap|for
  change|update|changed|new|updated|switch * bank~|direct|payroll|account|payment * deposit|details|information|account|number|instructions
  keep * confidential|between|discreet|secret|quiet
  sind sie * verfugbar|buro|schreibtisch|frei|erreichbar
  gutschein~|geschenk~|guthabenkarten * kaufen|besorgen|code~|freirubbeln|foto~
  uberweisung * dringend|heute|vertraulich|ausfuhren|tatigen|veranlassen
  neue|geanderte|aktuelle * bankverbindung|kontoverbindung|iban
  etes vous|es tu * disponible|bureau|libre
  cartes|cheques|coupons * cadeau~|pcs|transcash|neosurf * acheter|besoin|achat|code~|photo~
  je suis * reunion
  j ai besoin * virement|cartes|service|achat|fassiez
  ich bin * besprechung|meeting|termin
  ich benotige|brauche * uberweisung|gutschein~|karten
  estoy en una reunion
  estou em reuniao|uma reuniao
  sono in riunione|una riunione
  virement * urgent|confidentiel|aujourd|effectuer|international
  nouveau|changement|nouvelles|modification * rib|iban|coordonnees|bancaire~
  ben je|u * beschikbaar|kantoor|bereikbaar
  cadeaukaart~|cadeaubon~ * kopen|code~|nodig|foto~|aanschaffen
  nieuw|gewijzigd|nieuwe * rekeningnummer|iban|bankgegevens
  estas|esta * disponible|oficina|ocupado|libre
  tarjetas * regalo * comprar|compra|codigo~|necesito
  transferencia * urgente|hoy|confidencial|realizar
  nuev~|cambio|modific~ * cuenta|datos * bancari~
  voce|esta * disponivel|escritorio|ocupado
  cartoes * presente * comprar|codigo~|preciso
  nov~|mudanca|alteracao * dados|conta * bancari~
  sei|sara * disponibile|ufficio|libero
  carte|buoni * regalo * acquist~|compr~|codic~|foto
  bonifico * urgente|oggi|riservat~|effettuare
  nuov~|cambio|modific~ * iban|coordinate|conto * bancari~|corrente
`;

/** "Call us to stop the charge." */
const CALL_BACK = `
  call|contact|dial|reach|phone * us|customer|our|support|helpline|helpdesk|toll|billing|care|desk|team * #
  toll free
  to|if * cancel|dispute|refund|stop|discontinue|didn|did|not|wish * call|contact|dial|reach
  did|have not|n|t|didn|haven * authorize~|make|placed|place|order|purchase|initiate~ * call|contact|dial|immediately|reach
  auto|automatic~ renew~|debit~|charged|renewal|deducted
  subscription|membership|plan|order|protection * renewed|charged|debited|deducted|renewal|purchased
  charged|debited|deducted|billed * $|usd|#|account|bank|card|today
  invoice|order|transaction|subscription * $ * #
  helpline|helpdesk|hotline number|#
  rufen sie * #|stornier~|kundendienst|widerruf~
  appelez * #|annuler|service|support
  llame * #|cancelar|soporte|atencion
  ligue * #|cancelar|suporte|central|atendimento
  chiam~ * #|annull~|assistenza|supporto
  bel * #|annuleren|klantenservice
`;

export const SCAM_CONCEPTS = { fortune: FORTUNE, extortion: EXTORTION, errand: ERRAND, callBack: CALL_BACK };
