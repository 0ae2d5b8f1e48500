/** The other baits that lead to a page, by what they promise or claim. Data: one phrase a line, see phrases.ts. */

/** Something for nothing. */
const REWARD = `
  you|ve|have * won|win|winner
  you * been|are * selected|chosen|winner
  lucky winner|customer|recipient|draw|visitor
  congratulations * won|selected|winner|chosen|prize|reward
  claim|receive|get|unlock|redeem|collect * your|free * prize|reward~|gift|giftcard|bonus|voucher|iphone|samsung|package|winnings|winning|airdrop|token~|payout|cash
  free gift|iphone|samsung|macbook|voucher|giftcard
  exclusive|special reward|prize
  short|quick|marketing|customer|#|second survey
  answer|take|complete|participate * survey|questionnaire|questions
  you|your * reward|prize|gift is|has|are waiting|ready|expire~|pending
  you * been|were * chosen|selected|picked|handpicked|nominated|shortlisted
  exclusive|limited|special|unique * reward|gift|prize|giveaway
  surprise * for you
  we * surprise|gift|reward|present for|waiting
  your * reward|prize|gift|voucher * waiting|expires|pending|ready|unclaimed|reserved
  winner of|is|announced|selected|confirmation
  claim~ * now|here|today|below
  brand new * iphone|samsung|set|kit|tv|drill|grill
  delivery|shipping|handling fee * may|apply|only
  this offer|reward * expires|ends|valid
  entry * confirmed|number
  gewonnen|gewinne|gewinnen|gewinnst|abstauben|verlosen|verlost|verlosung|endauslosung
  gratulieren * ihnen|dir|herzlich|recht
  pramie * verfugbar|sichern|abholen|wartet
  ihr|ihre|dein|deine * gutschein|pramie|geschenk|gewinn|belohnung * bereit|wartet|verfugbar|reserviert|abholen
  gewinner|gewinnerin|gewinnspiel|gewinnerteam
  belohnung|belohnungen
  sie * wurden|sind * ausgewahlt|finalist~|gewinner|auserwahlt
  du * wurdest|bist * ausgewahlt|gewinner
  name wurde|ist * ausgewahlt|gezogen
  liefergebuhr|versandgebuhr * anfallen|anfallt|zahlen
  kostenlos~|gratis * set|kit|geschenk|probierpaket|testpaket|paket|erhalten|gutschein|iphone|produkt
  exklusiv~ * einladung|angebot|belohnung|geschenk|pramie
  uberraschung fur|vom|von
  gutschein * einlosen|wert|sichern|nicht|abholen|verfugbar|reserviert|schicken
  glucklich~ gewinner~|finalist~
  anspruch * geltend|nehmen
  nehmen sie * umfrage
  gewinner|gewinn * ausgewahlt|abholen|einlosen|beanspruchen|sichern|glucklich~
  herzlichen gluckwunsch * gewonnen|ausgewahlt|gewinner
  ausgewahlt * geschenk|gewinn|umfrage|preis|teilnehmen
  vous * ete|etes * selectionne~|choisi~|gagnant~|tire
  recevoir|obtenir|gagner|gagnez|remporter|remportez * cadeau|lot|set|kit|bon|iphone|gratuit~|ensemble
  repondez|repondre|completez|participez * sondage|questionnaire|enquete
  votre * recompense|cadeau|prix|lot * attend|pret|disponible|attente|expire
  surprise pour vous
  gagnez|remportez * #|bon|bons|carte|achat|lot|euros
  distribuons|offrons * bons|cadeaux|gratuit~
  bon|bons d achat * pret|attend|disponible|gagn~
  opportunite|offre unique|exclusive * recevoir|gagner|cadeau
  vous avez * gagne|ete selectionne|ete choisi|remporte
  felicitations * gagne|gagnant|selectionne|remporte
  recuper~|reclam~|recev~ * votre * cadeau|prix|lot|recompense|bon
  je|u * bent|ben|werd * geselecteerd|uitgekozen|gewonnen|winnaar|gekozen
  beloning|beloningen
  gratis * cadeau|set|pakket|prijs|iphone|waardebon|ontvangen
  enquete * invullen|deelnemen|beantwoord~
  gefeliciteerd * gewonnen|geselecteerd|uitgekozen|winnaar|prijs
  claim * prijs|cadeau|beloning|cadeaukaart|tegoed
  has|ha|fuiste|fue * seleccionad~|elegid~|ganador~
  su|tu * recompensa|premio|regalo * espera|pendiente|listo|reservad~
  recibir|obtener|ganar|gane|gana * gratis|regalo|premio|juego|set|tarjeta
  responda|complete|participe * encuesta
  has|ha|haz|fuiste|resultado * ganado|sido seleccionad~|ganador~
  felicidades|enhorabuena * ganado|seleccionad~|premio|ganador~
  reclam~|cobr~|recib~ * tu|su|el * premio|regalo|recompensa|tarjeta
  voce * foi|esta * selecionad~|escolhid~|sortead~|contemplad~
  sua|seu * recompensa|premio|presente * espera|pendente|pronto|reservad~
  receber|ganhar|ganhe|concorra * gratis|brinde|premio|presente|kit
  responda|complete|participe * pesquisa|enquete
  pontos * bloquead~|acumulad~|desativad~|disponiveis|vencendo|expirando
  voce|foi * ganhou|sorteado|selecionad~|premiad~|contemplad~
  parabens * ganhou|selecionad~|premio|sorteado|contemplado
  resgat~ * seu|seus|pontos|premio|bonus|milhas
  pontos * expir~|vence~|resgat~
  sei|e * stato|stata * selezionat~|scelt~
  il|la|tuo|tua * ricompensa|premio|regalo * attende|attesa|pronto|riservat~
  ricevere|ottenere|vincere|vinci * gratis|regalo|premio|set|buono
  rispondi|completa|partecipa * sondaggio
  hai|ha|sei * vinto|stato selezionat~|vincitore
  congratulazioni|complimenti * vinto|selezionat~|vincitore|premio
  richied~|ritir~|riscuot~ * premio|regalo|ricompensa|buono
  gratulacje * wygra~|wybran~
  当選
  おめでとうございます
`;

/** Money comes back, if only one asks. */
const REFUND = `
  tax|government|council|stimulus|energy|fuel|overpayment|rent|toll refund|rebate|relief|credit|payment
  eligible|entitled|qualify * refund|rebate|compensation|payment|tax|benefit~|grant|receive
  refund * pending|available|approved|claim|request|process|waiting|due
  claim|accept * your|the * refund|rebate|compensation|payment
  process * your|the * refund|rebate|compensation
  unclaimed funds|refund|money|property|payment|balance
  payment|balance|payout|money|transfer * ready|available|waiting * withdraw~|release~|claim~|receive
  zahlung|guthaben|auszahlung * bereit|verfugbar|wartet|freigegeben
  steuererstattung|steuerruckerstattung|ruckerstattung|ruckzahlung|energiepauschale * anspruch|beantragen|erhalten|steht|ausstehend|euro
  steuerruckerstattung|steuererstattung|steuerruckzahlung
  remboursement d impot|impots
  belastingteruggave|belastingteruggaaf
  devolucion de impuesto|impuestos
  restituicao do imposto|ir
  rimborso fiscale|irpef
  indicando|indiquant|hinterlegen|informe|inserendo|vul * datos|carte|kreditkart~|cartao|carta|betaalgegevens
  anspruch auf * erstattung|ruckerstattung|ruckzahlung
  remboursement * impot~|disponible|attente|recevoir|fiscal|demande|droit|ameli|sante
  beneficier * remboursement
  paiement|solde|virement * disponible|retire|attente|confirmation|expire
  belastingteruggave|teruggaaf|terugbetaling * recht|ontvangen|aanvragen|klaar|beschikbaar
  pago|saldo|transferencia * disponible|retirar|espera|liberad~
  valor~|saldo|pagamento * receber|disponivel|liberad~|sacar|saque
  pagamento|saldo|bonifico * disponibile|attesa|prelievo|ritirar~
  betaling|tegoed * klaar|beschikbaar|opnemen|wacht
  reembolso|devolucion * impuesto~|disponible|pendiente|solicit~|derecho|favor|fiscal
  restituicao|reembolso * imposto|disponivel|pendente|solicit~|liberad~|receb~
  rimborso * fiscale|disponibile|attesa|richied~|spettante|ricever~|irpef
  zwrot podatku|nadplaty
  skatteaterbaring|skat~ * tilbage~|refund~
  還付
`;

/** A parcel waits for a small payment or an address. */
const PARCEL = `
  package|parcel|shipment * held|hold|stopped|suspended|pending|waiting|undeliver~|failed|could|unable|unsuccessful|missed|detained|return~|customs|incorrect|wrong|incomplete
  unable|could|attempted|failed|couldn * deliver|delivery
  customs|delivery|shipping|redelivery|handling|import fee|fees|charge~|duty|duties|cost~|tax|payment
  reschedule|schedule|confirm|update * delivery|shipment|address|redelivery|parcel|package
  incorrect|incomplete|missing|invalid|wrong * address|street|house|postal|zip
  unpaid * toll|shipping|duty|postage|customs|fee
  paket|sendung|lieferung * zuruckgehalten|angehalten|wartet|konnte|nicht|zollgebuhr~|lager|unvollstandig|ausstehend|versandkosten
  zollgebuhr~|versandgebuhr~|lieferkosten|nachgebuhr|zustellgebuhr~
  colis|livraison|envoi * attente|suspen~|bloque|retenu|pu|echec|impossible|incomplet|frais|douane|depot
  colis|livraison * bloque|expire|perdu|retourne|renvoye
  sendung * zuruck|zurueck|retour
  frais * livraison|douane|expedition|reexpedition|port
  pakket|zending|bestelling|levering * wacht|vastgehouden|kon|niet|mislukt|onderschept|douane|verzendkosten|invoerrechten
  verzendkosten|douanekosten|invoerkosten * betal~|voldoen
  paquete|envio|pedido|entrega * retenido|detenido|espera|pendiente|pudo|fallid~|aduana~|incorrect~|incomplet~|suspendid~
  gastos|tasas|tarifa|costes * envio|aduana~|entrega
  encomenda|pacote|pedido|objeto|entrega * retid~|aguardando|pendente|taxad~|suspens~|falh~|alfandega|tribut~|incorret~|incomplet~
  taxa|tarifa * alfandega~|entrega|envio|importacao|correios
  pacco|spedizione|consegna|ordine * sospes~|attesa|trattenut~|fermo|bloccat~|fallit~|impossibile|giacenza|dogan~|incomplet~|errat~
  spese|costi|tasse|tariffa * spedizione|dogan~|consegna|giacenza
  paczk~|przesylk~ * wstrzyman~|zatrzyman~|oczek~|doplat~|niedostarcz~|oplat~
  paket~|forsandelse|pakke * vantar|venter|tull|told|toll|tilbageholdt|stoppad|avgift
  kargo~|paket~|gonderi~ * bekle~|teslim edilemedi|gumruk
  荷物 * 持ち戻り
  配達できません
  お届けできません
  再配達
`;

/** A file from somebody, behind a login. */
const DOCUMENT = `
  shared|sent|received|has|uploaded|forwarded * document~|file~|folder|pdf|invoice|contract|spreadsheet|fax * with|to|for|via|from|you|on|through|using|awaiting|attached|securely
  new|secure|encrypted|confidential|important|#|pending|a document~|message|file|fax|voicemail|voice|voicemessage|scan~
  new|received|missed|# * voicemail|voice|fax|audio|caller|efax
  view|review|open|access|download|preview|sign|read|listen|play * document~|file~|shared|pdf|fax|voicemail|message|invoice|statement|attachment|contract|proposal|agreement|recording|audio|remittance|statement
  remittance|payment advice|copy|slip|confirmation|document|schedule|invoice|notification
  payroll|salary|bonus|handbook|appraisal|benefit~|remuneration * update|review|adjustment|document|changes|notice|increase|policy|report|statement
  request for quotation|quote|proposal
  docusign|docu sign|esign~|adobe sign|e sign
  scanned * document|copy|file|from
  dokument~|datei~|fax|sprachnachricht|rechnung * geteilt|freigegeben|erhalten|anzeigen|ansehen|offnen|unterschreiben|prufen|herunterladen|abrufen
  document|fichier|fax|message|facture * partage|recu|consulter|ouvrir|telecharger|vocal|signer|attente|visualiser
  document|bestand|fax|factuur|voicemail * gedeeld|ontvangen|bekijken|openen|ondertekenen|downloaden|wacht
  documento|archivo|factura|fax|comprobante|notificacion * compartid~|recib~|ver|abrir|descargar|firm~|adjunt~|pendiente|disponible
  documento|arquivo|fatura|boleto|nota|comprovante|intimacao|processo * compartilh~|receb~|visualizar|abrir|baixar|assin~|anexo|pendente|disponivel
  documento|file|fattura|fax|raccomandata * condivis~|ricev~|visualizz~|aprire|scaric~|firm~|allegat~|attesa|disponibil~
  dokument|faktur~|plik * udostepn~|otrzym~|zobacz|pobierz|podpis~
`;

export const LURE_CONCEPTS = {
  reward: REWARD,
  refund: REFUND,
  parcel: PARCEL,
  document: DOCUMENT,
};
