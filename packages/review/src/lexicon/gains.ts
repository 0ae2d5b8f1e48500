/** Gains that sound too good, and how their authors want to be answered. Data: one phrase a line, see phrases.ts. */

/** Easy money. */
const EASY_MONEY = `
  loan|loans|funding|financing * offer~|#|interest|rate~|apply|approved|collateral|urgent|borrow
  interest rate of|# * #
  # * interest rate
  no credit check|checks
  no|without collateral
  recover~ * lost|stolen|scammed * bitcoin|crypto~|funds|money|assets|usdt
  ethical|professional|certified hacker~
  refundable fee|deposit
  like|watch|review|rate|subscribe youtube|videos|hotels|products|google|tiktok|apps * earn|paid|pay|$
  earn|make * $ * $|# * day|daily|hour|week
  training is free
  business|personal|urgent|instant loan~|funding
  work from home * earn|week|per|daily|$|#
  earn|make|income|profit * $|# * day|daily|week|weekly|hour|month|per
  per week|day|month|hour * part|time|remote|home|job|salary
  part time * job|remote|evaluator|shopper|assistant|#|$
  mystery|secret shopper|evaluator
  guaranteed|risk|# * return~|profit~|income|investment|roi
  guarantee~ * return~|profit~|income|%|gain~|win~
  # % * profit~|return~|gain~|roi * month|monthly|day|daily|week|weekly|every|per|guaranteed
  profit|returns every|each|per day|week|month
  no|without|zero risk * deposit|invest~|profit~|return~|lose|loss
  deposit|start|begin|invest * just|only|little * $|#|€
  quit|quitting|leave|left * job~ * money|profit~|rich|freedom|income
  private|secret|exclusive * trading|investment|signals * platform|group|bot|club
  whatsapp|telegram|signal * message|write|text|contact|add|me|+|#
  rendite|gewinn * garantiert~|taglich|monatlich|#
  rendimiento~|ganancia~ * garantizad~|diari~|mensual~|#
  rendement|gains * garanti~|quotidien~|mensuel~|#
  rendiment~|guadagn~ * garantit~|giornalier~|mensil~|#
  rendimento|lucro~ * garantid~|diari~|mensa~|#
  invest~ * return~|profit~|#|guaranteed|double|platform|daily|bitcoin|forex|trading
  forex|binary|crypto~|bitcoin trading|investment|trader|platform
  piano * giving|free|donat~|late|gift|baby|yamaha|grand
  kredit~|darlehen * angebot|zins~|sofort|schufa|#
  verdienen * sie|euro|taglich|woche|monat|hause
  pret~ * argent|particulier|taux|offre|serieux|#
  gagn~ * euros|jour|semaine|mois|argent
  lening~ * rente|aanbod|aanvragen|#
  prestamo~ * oferta|interes|#|rapido|particular
  gan~ * euros|dolares|dia|semana|mes|dinero
  emprestimo~ * oferta|juros|taxa|#|credito
  ganh~ * reais|dia|semana|mes|dinheiro|renda
  prestit~ * offerta|tasso|#|privat~|interesse
  guadagn~ * euro|giorno|settimana|mese|soldi
`;

/** Answer to another address, tell nobody. */
const ANSWER_ME = `
  reply|respond|contact|email|write|reach|get|kindly * me|back|via|through|private|personal * email|address|mail|private|personal|details|directly|urgently|immediately
  if you are|re interested
  kindly|please * reply|respond|get|contact|revert|acknowledge
  i|my * await|waiting|look~ * reply|response|hear|forward
  my name is
  i am|m mr|mrs|miss|dr|barrister|sgt|general|captain|engr|prince
  mr|mrs|barrister|sgt|engr|miss
  strictly|highly|utmost confidential~|confidence|secret|secrecy
  this|may|will * come|surprise
  i|me * contact|write|writing|reaching * you
  trust~|honest|reliable * person|partner|you|foreign
  percent|% * total|sum|fund|share
  urgent|your response|reply|assistance|cooperation
  antwort~|schreib~|kontaktier~ * mir|mich|privat~|email
  ich * bin|heisse|name * herr|frau|witwe
  repond~|contact~|ecriv~ * moi|mail|adresse|privee|personnel~
  je * suis|me|m * mme|mr|veuve|nomme|appelle|presente
  respond~|contact~|escrib~ * me|correo|privado|personal|directamente
  mi nombre es
  respond~|contat~|escrev~ * me|email|privado|pessoal
  meu nome e
  rispond~|contatt~|scriv~ * mi|email|privat~|personale
  mi chiamo
  il mio nome
`;

export const GAIN_CONCEPTS = { easyMoney: EASY_MONEY, answerMe: ANSWER_ME };
