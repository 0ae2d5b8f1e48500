/** Money that is asked for, and what is to be pressed for it. Data: one phrase a line, see phrases.ts. */

/** Coins and wallets. */
const CRYPTO = `
  seed|recovery|secret|mnemonic|backup phrase|words
  private key~
  connect|sync~|validate|verify|link|migrate|restore|rectify * wallet
  wallet * verif~|validat~|connect|suspend~|restrict~|kyc|upgrade|sync~|migrat~|compromised|update
  airdrop|airdrops|presale
  token|tokens * allocation|presale|distribution|distributed|claim~|reserved|eligible|unlock~|reward~|bridge|migration
  eligible|allocation|reward~|claim~|reserved|distribut~ * token|tokens|xrp|eth|btc|usdt|nft|sol|bnb|crypto
  nft|nfts * voucher|mint~|claim|drop|whitelist|offer|sale
  offer|bid|sale * nft|nfts
  hardware wallet|device * update|firmware|security|vulnerab~
  firmware update|upgrade
  your|user|users wallet|wallets
  crypto|digital asset|assets * risk|restricted|frozen|withdraw~|secure|protect|claim
  withdraw~|withdrawal * funds|usdt|btc|crypto|request|available|pending|balance
  # usd|usdt|btc|eth * transaction|withdraw~|transfer~|deposit~|balance|payment
  bitcoin|btc * transaction|payment|balance|account|transfer
  claim|withdraw|receive|earn|get * btc|bitcoin|eth|ethereum|usdt|token~|crypto|coins|nft|xrp|sol
  # btc|eth|usdt|bitcoin|xrp
  btc|bitcoin|crypto~|eth|usdt * giveaway|double|payout|withdraw~|balance|deposit|profit~|claim|transfer
  send|sends|sent * btc|eth|bitcoin|ethereum|coins|xrp|sol|doge * twice|double|back|return~
  send|sent|receive|get * back|return * twice|double|2x|amount
  twice|double * amount|btc|eth|coins|bitcoin
  giving|give back * community|followers|holders|crypto|btc
  double your bitcoin|btc|crypto~|eth|coins
  wiederherstellungsphrase|seed phrase|wallet * verifizier~|aktualisier~|verbinden|gesperrt
  phrase de recuperation
  portefeuille * crypto|verif~|valid~|metamask|ledger
  herstelzin|herstelfrase
  frase semilla|semente|seed|recuperacion|recuperacao|recupero
  billetera|cartera|carteira * verif~|valid~|conect~|crypto|cripto
`;

/** Something is due, or has been paid. */
const PAYMENT_DUE = `
  boleto * vencendo|vencimento|via|disponivel|emitido
  segunda via
  fatura * emitida|vencendo|disponivel|fechada
  court|tribunal|judicial|legal * notice|summons|subpoena|notification|process|proceedings
  tribunal|processo|intimacao|notificacao * judicial|extrajudicial|eletronica|trabalho|regional|trabalhista
  infracao|multa * transito|pendente|registro
  bussgeldbescheid|pfandung~|inkasso * zahlung|betrag|frist|sofort|letzte
  citacion|notificacion judicial|electronica|multa
  mise en demeure
  irs|tax * statement|notice|return * available|ready|review|view
  invoice|payment|bill|balance|fine|fee|penalty|subscription|renewal|toll * overdue|unpaid|outstanding|due|past|pending|declined
  overdue|unpaid|outstanding|past due|pending * invoice|payment|bill|balance|fine|fee|penalty|toll~
  pay|settle * now|immediately|balance|fine|fee|invoice|outstanding|online
  rechnung|zahlung|betrag|gebuhr|mahnung|bussgeld * uberfallig|offen|ausstehend|unbezahlt|fallig|begleichen
  facture|paiement|amende|montant|contravention * impaye~|retard|attente|regler|impayee|due|du
  factuur|betaling|boete|bedrag|schuld * openstaand~|achterstallig~|onbetaald~|voldoen|vervallen|verlopen
  factura|pago|multa|deuda|recibo * pendiente|vencid~|impagad~|impag~|adeud~
  fatura|boleto|pagamento|multa|debito|divida * pendente|vencid~|aberto|atras~|protest~
  fattura|pagamento|multa|importo|bolletta * scadut~|insolut~|sospes~|arretrat~|pendente|mancato
  faktur~|platnosc|mandat * zalegl~|nieoplac~|przetermin~
  未払い
  お支払い * 確認
  お支払い方法
`;

/** Go on, press it. */
const PRESS = `
  click|tap|press|follow|visit|use * here|below|link|button|now|this
  click|tap here|below|now|link|button|continue
  klicken|klick|klicke|tippen|folgen * hier|link|button|schaltflache|unten|untenstehend~|folgend~
  cliqu~|appuy~|suiv~ * ici|lien|bouton|dessous|suivant|sur
  klik~|druk|volg * hier|link|knop|onderstaande|button
  haga|haz|hacer|pulse|presione|de * clic|click|aqui|enlace|boton
  clique|acesse|clicar|clicando * aqui|link|botao|abaixo
  clicc~|premi|segui|fai|fare * qui|clic|link|pulsante|seguente|sotto
  kliknij|kliknac
  klicka|klik her|har|pa|lanken
  tiklayin|tikla~
  нажмите|перейдите|кликните
  クリック
  こちらから
`;

export const MONEY_CONCEPTS = { crypto: CRYPTO, due: PAYMENT_DUE, press: PRESS };
