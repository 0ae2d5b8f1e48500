/** What honest mail says and lures seldom do. Weak evidence: anybody can copy it. Data: one phrase a line, see phrases.ts. */

/** Something the reader has just done. */
const ASKED_FOR = `
  you * requested|asked|signed|subscribed|registered|ordered|placed|booked|joined|created|invited|enabled|added
  if you * not|didn|did|haven|have request~|sign|create|ask|make * ignore|disregard|safely
  safely ignore|disregard
  ignore this|the email|message|mail
  no * action|further * required|needed|necessary
  thank|thanks * you|for|your order|purchase|signing|registering|joining|subscribing|booking|payment
  request~ * reset|password
  code|link * expire~|valid * #|minute~|hour~
  never share|ask * code|password|anyone|you
  falls|wenn|sollten sie * nicht * angefordert|beantragt|registriert|erstellt|ignorieren
  ignorieren sie|diese|bitte
  vielen dank|danke fur * bestellung|registrierung|anmeldung|buchung|einkauf
  si vous * pas|n * demande|origine|inscrit|cree|ignor~
  ignor~ * email|message|mail|courriel
  merci * commande|inscription|achat|reservation|confiance
  als|indien * niet * aangevraagd|verzoek|gedaan|negeren
  negeer|negeren * bericht|mail|email|deze
  bedankt voor * bestelling|aanmelding|aankoop|registratie
  si * no * solicit~|realiz~|registr~|cre~ * ignor~
  ignor~|omit~ * mensaje|correo|email
  gracias por * compra|pedido|registr~|suscri~|reserva
  se * nao * solicit~|fez|realiz~|cri~ * ignor~|desconsider~
  desconsider~|ignor~ * mensagem|email|e
  obrigad~ * compra|pedido|cadastr~|inscri~|reserva
  se * non * richiest~|effettuat~|registr~|ignor~
  ignor~ * messaggio|email|e
  grazie per * ordine|acquisto|registra~|iscri~|prenota~
  jesli * nie * zignoruj~|prosilis~|prosb~
  om du|hvis du * inte|ikke * ignorera|ignorer~|bett|bedt
`;

/** A way off the list, an address, the fine print. */
const LIST_FOOTER = `
  unsubscribe
  manage|update * preferences|subscription~|notifications|settings
  email|notification|communication preferences|settings
  view * browser|online|web
  you * receiving|received|getting this|because|email
  privacy policy|notice
  terms of|and service|use|conditions
  all rights reserved
  abmelden|abbestellen|austragen
  newsletter * abmelden|abbestellen|erhalten
  datenschutz~
  impressum
  desinscri~|desabonn~
  mentions legales
  confidentialite
  uitschrijven|afmelden
  privacybeleid|voorwaarden
  cancelar|darse * suscripcion|baja
  politica de|sobre * privacidad|privacidade|privacy
  cancelar inscricao|assinatura
  descadastr~
  disiscriv~|cancella * iscrizione
  informativa * privacy
  wypisz
  avregistrera|avprenumerera|afmeld|avmeld
`;

/** Lines of an order or an account that a stranger could not know. */
const PARTICULARS = `
  order|booking|reservation|ticket|reference|confirmation|receipt|tracking number|no|id|#|code
  subtotal|sub total
  total * $|€|£|#|amount|paid
  shipping address|method
  billing|delivery address|date
  payment method
  item|items|qty|quantity * price|#|ordered
  bestellnummer|auftragsnummer|rechnungsnummer|buchungsnummer|kundennummer
  zwischensumme|gesamtsumme|gesamtbetrag|lieferadresse|rechnungsadresse|mwst|zahlungsart
  numero * commande|facture|reservation|suivi|client
  sous total
  adresse de livraison|facturation
  bestelnummer|factuurnummer|ordernummer|klantnummer|subtotaal|totaalbedrag|bezorgadres|factuuradres
  numero * pedido|factura|reserva|orden|seguimiento
  direccion de envio|entrega|facturacion
  numero * pedido|nota|reserva
  endereco de entrega|cobranca
  numero * ordine|fattura|prenotazione
  totale * €|#|ordine
  indirizzo di spedizione|fatturazione
  subtotal|subtotale
  numer zamowienia|faktury
  ordernummer|ordrenummer|fakturanummer
`;

export const HONEST_CONCEPTS = { asked: ASKED_FOR, footer: LIST_FOOTER, particulars: PARTICULARS };
