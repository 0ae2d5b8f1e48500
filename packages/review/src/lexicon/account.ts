/** What lures for credentials say, by what they are about, in the languages that mail comes in. Data: longer than a file should be. */

/** Something is or will be taken away. */
const THREAT = `
  account|mailbox|profile|access|service|email|wallet|card|id|subscription * suspend~|block~|lock~|restrict~|limit~|disabl~|deactivat~|terminat~|clos~|frozen|hold|delet~|cancel~|interrupt~|expir~
  suspend~|block~|lock~|restrict~|limit~|disabl~|deactivat~|terminat~|froz~|delet~|clos~ your|the|this * account|mailbox|profile|access|email|card|wallet|service
  avoid|prevent * suspension|deactivation|termination|closure|interruption|restriction|disruption|deletion|suspen~|block~|clos~|lock~|losing
  membership|subscription|license|protection|antivirus|storage * expired|expires|ended|cancel~|suspended|deactivated
  photos|files|videos|data * deleted|lost|removed
  device|computer|system|account * risk|infected|vulnerable|compromised|unprotected
  lose access
  loss of access
  will be permanently
  permanently|temporarily suspend~|block~|lock~|delet~|disabl~|limit~|restrict~|clos~|deactivat~
  legal action
  konto|abonnement|abo|mitgliedschaft|lizenz|schutz * geschlossen|gekundigt|abgelaufen|endet|beendet
  konto|zugang|postfach|zugriff|karte|mitgliedschaft * gesperrt|eingeschrankt|deaktiviert|blockiert|geschlossen|geloscht|gesperrt|ablauf~|abgelaufen|suspendiert|ausgesetzt|gekundigt
  sperr~|deaktivier~|loschung|schliessung ihres|ihrer|ihr|des * kontos|konto|zugangs|karte|postfach~
  kontosperr~
  sperrung * vermeiden|verhindern|aufheben
  compte|acces|boite|carte|abonnement|service|espace * suspendu~|bloque~|limite|limitee|restreint~|desactive~|ferme|fermee|cloture~|expir~|supprim~|verrouill~
  suspension|blocage|desactivation|fermeture|suppression|limitation de|du|definitive * compte|acces|carte|boite
  eviter * suspension|blocage|fermeture|desactivation|interruption|resiliation
  account|rekening|toegang|mailbox|pas|bankpas|betaalpas|abonnement * geblokkeerd|opgeschort|beperkt|gedeactiveerd|gesloten|verwijderd|verloopt|verlopen|beeindigd|geblokkeerd
  blokkering|opschorting|afsluiting|beeindiging van * account|rekening|toegang|pas|abonnement
  voorkom * blokk~|opschort~|afsluit~
  blokkering|opschorting|afsluiting * voorkomen|vermijden
  cuenta|acceso|tarjeta|buzon|correo|suscripcion|servicio * suspendid~|bloquead~|limitad~|restringid~|desactivad~|cerrad~|cancelad~|eliminad~|caduca~|inhabilitad~
  suspension|bloqueo|cierre|cancelacion|desactivacion de|definitiv~ * cuenta|acceso|tarjeta|servicio
  evit~ * suspension|bloqueo|cierre|cancelacion|interrupcion|desactivacion
  pontos|cadastro|cpf|cnh|dispositivo * bloquead~|suspens~|cancelad~|desativad~|irregular~|pendent~
  conta|acesso|cartao|caixa|assinatura|servico * suspens~|bloquead~|limitad~|restrit~|desativad~|encerrad~|cancelad~|excluid~|expir~
  suspensao|bloqueio|encerramento|cancelamento|desativacao d~ * conta|acesso|cartao|servico
  evit~ * suspensao|bloqueio|encerramento|cancelamento|interrupcao
  account|conto|accesso|carta|casella|profilo|servizio|utenza * sospes~|bloccat~|limitat~|disattivat~|chius~|scadut~|cancellat~|eliminat~
  sospensione|blocco|chiusura|disattivazione del|dell|della|definitiv~ * account|conto|carta|accesso|servizio|casella|utenza
  evitare * sospensione|blocco|chiusura|disattivazione|interruzione
  konto|dostep|karta * zablokowan~|zawieszon~|ograniczon~|zamkniet~|usuniet~|wygas~
  konto|kontot|kort~|tillgang~|adgang|tilgang * sparrat|avstangt|begransad|last|suspenderet|sparret|lukket|begrenset|stengt|deaktiver~
  hesab~ * askiya|kapatil~|donduru~|engellen~|kisitlan~|kilitlen~
  аккаунт~|учетн~|счет|доступ|карта * заблокирован~|ограничен~|приостановлен~|удален~
  アカウント停止
  利用を制限
  利用が制限
  アカウントが停止
  アカウントがロック
  ご利用制限
  一時停止
  一時的に制限
`;

/** The reader is to confirm who they are or what we know of them. */
const DEMAND = `
  verify|confirm|validate|authenticate|reconfirm|revalidate your|the|this * account|identity|information|details|email|mailbox|ownership|profile|billing|payment|wallet|card|data|address|credentials|login|password
  verify|confirm|validate|reactivate|unlock|restore|upgrade|secure|recover your|the|this * account|access|mailbox|profile|wallet|card|identity|webmail
  update your|the * information|details|billing|payment|account|records|profile|mailbox|credentials|card|data
  account|identity|mailbox|email verification
  verification|confirmation|validation is|required|needed|pending|process
  complete * verification|validation
  verify now|here|below
  re validate
  kyc
  konto|identitat|daten|angaben|informationen|zugangsdaten|kontodaten|zahlungsdaten * bestatig~|verifizier~|aktualisier~|uberpruf~|abgleich~|validier~
  bestatig~|verifizier~|aktualisier~|uberpruf~ sie * ihr~|konto|identitat|daten|angaben|informationen
  verifizierung|datenabgleich|legitimation|identitatsprufung * durch~|erforderlich|notwendig|abschliessen
  konto * reaktivier~|entsperr~|wiederherstell~|freischalt~
  confirm~|verifi~|valid~|actualis~|mett~|renseign~ * vos|votre|de * informations|coordonnees|donnees|compte|identite|dossier|profil|adresse
  mise * jour de|des|vos|votre * informations|compte|dossier|coordonnees|donnees|carte
  reactiv~|debloqu~|regularis~ * votre|vos|la * compte|acces|situation|carte|dossier
  bevestig~|verifieer|verifieren|controleer|valideer|vernieuw|update uw|je|jouw * gegevens|account|identiteit|rekening|informatie|profiel|pas|betaalgegevens
  gegevens|account|identiteit * bevestigen|verifieren|bijwerken|controleren|bij|actualiseren|valideren
  verific~|confirm~|actualiz~|valid~|reactiv~|desbloque~|restablec~ * su|tu|sus|tus|la|los * cuenta|datos|identidad|informacion|acceso|tarjeta|perfil|correo
  verific~|confirm~|atualiz~|valid~|reativ~|desbloque~|regulariz~ * sua|seu|seus|suas|a|os|o * conta|dados|identidade|informacoes|acesso|cartao|cadastro|perfil|cpf
  recadastramento|atualizacao cadastral
  verific~|conferm~|aggiorn~|convalid~|riattiv~|sblocc~|ripristin~ * tuo|tuoi|tua|sua|suo|suoi|i|il|la * account|dati|identita|informazioni|conto|profilo|carta|accesso|utenza
  zweryfikuj|potwierdz|zaktualizuj|odblokuj * konto|dane|tozsamosc|informacje
  bekrafta|verifiera|uppdatera|bekraeft|bekreft|opdater|oppdater * konto|uppgifter|oplysninger|opplysninger|identitet
  hesab~|bilgi~|kimli~ * dogrula~|guncelle~|onayla~
  подтверд~|обнов~ * аккаунт|данные|личность|учетн~
  本人確認
  情報を更新
  情報の更新
  確認してください
  ご確認ください
  アカウントの確認
`;

/** It must be soon. */
const DEADLINE = `
  within|in|next|after|under|only # hour~|hrs|h|day~|business|minutes
  before * # hours|days
  # hours * suspend~|delet~|lose|lock~|expire~|deactivat~|terminat~
  immediate~ action|attention|response|verification|update
  act|respond|verify|confirm|update|login|reply * now|immediately|today|asap|urgently|promptly
  urgent~
  final|last|second notice|reminder|warning|notification|chance|attempt
  as soon as possible
  action|response|attention required|needed
  expires|expiring|expire today|soon|tonight|tomorrow
  failure to
  innerhalb|binnen|innert * #|von|der stunden|tagen|stunde|h|nachsten
  umgehend|unverzuglich|dringend|sofort|letzte mahnung|erinnerung|warnung|handlung~|massnahm~|benotigt|erforderlich|notig|aktualisier~|bestatig~|handeln
  letzte|letzter mahnung|erinnerung|warnung|chance|aufforderung
  dans|sous|avant|delai * # heures|jours|h
  urgent|urgente|urgence|immediatement|dernier|derniere rappel|avertissement|relance|action|requise|avis|chance
  des que possible
  dans les plus brefs
  sans delai
  action requise
  binnen|voor * # uur|dagen|werkdagen
  dringend|onmiddellijk|laatste|direct herinnering|waarschuwing|actie|kans|vereist|nodig|aanmaning
  actie vereist
  en|dentro|antes|plazo|proximas * # horas|dias
  urgente|inmediat~|ultimo|ultima aviso|recordatorio|accion|notificacion|oportunidad|atencion
  accion requerida
  lo antes posible
  em|dentro|ate|prazo|proximas * # horas|dias
  imediatamente|urgente|ultimo|ultima aviso|lembrete|acao|notificacao|chance|alerta
  o mais rapido|breve possivel
  entro|in * # ore|giorni
  urgente|immediat~|ultimo|ultima avviso|promemoria|sollecito|azione|notifica|richiesta|possibilita
  il prima possibile
  w ciagu * # godzin|dni
  inom|inden|innen * # timmar|timer|dagar|dage|dager
  # saat icinde
  в течение * # час~|дн~
  24時間以内
  48時間以内
  72時間以内
  至急
  緊急
  最終通知
`;

/** It is about secrets. */
const CREDENTIAL = `
  enter|provide|submit|supply|type|give * password|pin|otp|credentials|cvv|ssn|passcode|code|login
  your|current|same|email|mailbox|mail|account password * expire~|expir~|keep|retain|change|update|confirm|verify
  keep|retain|maintain|use * same|current|my|your password
  password * expir~|expiration|expire~ today|soon|#|in|notice|notification
  log|sign|login|signin in|on|to|into * your|account|verify|review|continue|restore|update|release|secure|avoid|below
  login credentials
  social security number
  online banking|bank * access|login|credentials|details|password
  card number|details|information
  passwort|kennwort * abgelaufen|ablauf~|lauft|beibehalten|behalten|bestatigen|eingeben
  zugangsdaten|anmeldedaten|pin|tan|photo~|pushtan|kreditkart~ * eingeben|bestatig~|aktualisier~|hinterleg~
  melden sie sich * an
  mot de passe * expir~|conserver|garder|confirmer
  saisir|entrer|identifi~|connect~ * identifiant~|mot|code|compte|espace|coordonnees|bancaire~
  coordonnees bancaires
  wachtwoord * verloopt|verlopen|behouden|bevestigen
  inloggen|log * in|op om|uw|je * account|gegevens|mijn
  inloggegevens
  contrasena|clave * caduca~|expira~|vence|mantener|conservar|confirm~
  ingres~|inici~|introdu~|acced~ * sesion|clave|contrasena|datos|cuenta|usuario|bancarios
  senha * expir~|vence|manter|confirm~
  acess~|entr~|inform~|digit~ * senha|conta|dados|token|bancarios
  password * scad~|mantenere|conferm~
  acced~|inseri~ * credenziali|password|account|dati|conto|area|codici
  haslo * wygas~|potwierdz
  パスワード * 有効
`;

/** Something odd was noticed. */
const ANOMALY = `
  unusual|suspicious|unauthori~|abnormal|irregular|unrecognized|strange|fraudulent activity|activities|login|sign|log|transaction~|attempt~|access|behavior|payment~|purchase|charge~|device
  detected|noticed|identified|recorded|found * unusual|suspicious|unauthori~|problem|issue|irregular~|error|abnormal
  new|unknown|unrecognized device|sign|login|location * in|detected
  someone * tried|attempted|access~|logged
  security|fraud alert|warning|notice|breach
  problem|issue|error|trouble with your|the * payment|billing|account|information|card|subscription
  payment|billing * declined|failed|problem|unsuccessful|rejected|issue|error|could
  unable to|could not|couldn t|cannot|can t * process|verify|validate|authorize|charge|renew|confirm|bill
  ungewohnliche|verdachtige|unbefugte|unautorisierte|auffallige * aktivitat~|anmeld~|zugriff~|transaktion~|zahlung~|vorgang~
  sicherheit~ warnung|hinweis|problem|grunden
  unregelmassig~
  activite|connexion|operation|transaction|tentative~|acces * inhabituel~|suspect~|anormal~|frauduleu~|non
  probleme * paiement|compte|facturation|carte
  ongebruikelijke|verdachte|ongeautoriseerde * activiteit~|login|inlog~|transactie~|aanmeld~
  actividad|acceso|inicio|transaccion|movimiento~|intento~ * inusual~|sospechos~|no|irregular~|extran~
  problema * pago|cuenta|facturacion|tarjeta
  atividade|acesso|transacao|compra|tentativa~|movimentacao * incomum|suspeit~|nao|irregular~|estranh~
  attivita|accesso|transazione|tentativ~|operazion~ * insolit~|sospett~|anomal~|non|irregolar~
  problema * pagamento|account|fatturazione|carta
  nietypow~|podejrzan~ * aktywnosc~|logowan~|transakcj~
  ovanlig|misstankt|usaedvanlig|mistaenkelig|uvanlig * aktivitet|inloggning|login|palogging
  olagandisi|supheli * islem|giris|hareket|etkinlik
  подозрительн~ * активност~|вход~|операци~
  不正アクセス
  不正利用
  異常な
  不審な
  第三者
`;

/** The reader's own mailbox is in trouble, as no stranger could know. */
const MAILBOX = `
  mailbox|inbox|webmail|email|mail|storage * full|quota|storage|limit|exceed~|upgrade~|outdated|almost|capacity|deactivat~|shutdown
  pending|undelivered|held|blocked|quarantined|incoming|rejected|delayed|failed|unreceived * message~|mail|mails|email|emails|documents
  message~|mail|mails|email|emails * pending|undelivered|held|quarantine~|blocked|stuck|returned
  release|retrieve|recover|view|deliver * message~|mails|emails|pending|undelivered
  email|mail|webmail|it|mailbox|system|server|domain|cpanel|office administrator|admin|helpdesk|desk|support|team|department
  webmail
  cpanel
  postfach|speicher~|mailbox * voll|uberschritten|kontingent|fast|limit
  zuruckgehalten~|ausstehende|nicht * nachricht~|mails|zugestellt
  boite|messagerie|stockage * pleine|sature~|quota|limite|depass~|plein
  messages|courriers|mails * attente|bloques|suspens|retenus
  mailbox|opslag~|postvak * vol|limiet|quotum|overschreden
  buzon|correo|almacenamiento|bandeja * llen~|cuota|limite|exced~|capacidad
  mensajes|correos * pendientes|retenidos|bloqueados
  caixa|armazenamento|email * chei~|cota|limite|exced~|capacidade
  mensagens|emails * pendentes|retid~|bloquead~
  casella|spazio|posta * pien~|quota|limite|esaurit~|superat~
  messaggi * sospes~|attesa|bloccati|trattenuti
  skrzynk~ * peln~|limit|zapeln~
`;

/** The reader has no name. */
const ADDRESSED_TO_NOBODY = `
  dear|hello|hi|attention valued|esteemed|customer|client|user|member|account|sir|webmail|email|beneficiary|subscriber|friend|cardholder|taxpayer|winner|employee|consumer|applicant|mailbox
  sehr geehrter|geehrte|geehrtes * kunde|kundin|nutzer|nutzerin|mitglied|benutzer
  lieber|liebe kunde|kundin|nutzer|mitglied|kunden
  cher|chere|chers client~|utilisateur|abonne~|membre|adherent~|usager|contribuable
  beste|geachte klant|gebruiker|relatie|lid|rekeninghouder
  estimad~|querid~|apreciad~ * client~|usuari~|miembro|contribuyente
  prezad~|car~|estimad~|querid~ * client~|usuari~|membro|contribuinte|consumidor
  gentile|caro|spettabile * cliente|utente|contribuente|signore
  szanown~|drog~ * klien~|uzytkownik~
  bast~|kara|kaere|kjaere * kund~|anvandare|kunde|bruger|bruker|medlem
  sayin|degerli * musteri~|kullanici|uye
  уважаем~ * клиент|пользователь|абонент
  お客様
  会員様
`;

export const ACCOUNT_CONCEPTS = {
  threat: THREAT,
  demand: DEMAND,
  deadline: DEADLINE,
  credential: CREDENTIAL,
  anomaly: ANOMALY,
  mailbox: MAILBOX,
  nobody: ADDRESSED_TO_NOBODY,
};
