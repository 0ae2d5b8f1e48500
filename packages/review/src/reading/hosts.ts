/** Hosts that many strangers share, in lists by kind; a name means itself and everything below it. */

/** Short links that show nothing of where they lead. */
const SHORTENERS =
  "bit.ly bitly.com tinyurl.com t.ly is.gd v.gd ow.ly buff.ly rebrand.ly cutt.ly shorturl.at s.id rb.gy tiny.cc t.co goo.su soo.gd clck.ru u.to lnkd.in shorturl.gg bl.ink short.io urlz.fr x.gd n9.cl acortar.link qrco.de qr.ae l.ead.me me2.do han.gl vo.la rotf.lol adf.ly bc.vc shorte.st kutt.it t2m.io snip.ly linktr.ee did.li encurtador.com.br urlshortner.org surl.li goo.by lc.cx tr.ee shrtco.de gg.gg 2u.pw bit.do dub.sh dub.co t.me wa.link";

/** Names that anybody gets within a minute, each customer below a suffix of the service's own. */
const TENANTS =
  "host.secureserver.net web.app firebaseapp.com appspot.com run.app pages.dev workers.dev r2.dev vercel.app netlify.app netlify.com herokuapp.com onrender.com glitch.me repl.co replit.app replit.dev surge.sh github.io gitlab.io gitbook.io gitbook.us weebly.com weeblysite.com wixsite.com wixstudio.io wix.com squarespace.com webflow.io wordpress.com blogspot.com blogspot.de blogspot.fr blogspot.hk blogspot.co.uk blogspot.com.br blogspot.in blogspot.ca blogspot.it blogspot.es blogspot.nl blogspot.mx 000webhostapp.com square.site godaddysites.com myshopify.com mystrikingly.com strikingly.com carrd.co framer.app framer.website webador.com jimdosite.com jimdofree.com site123.me yolasite.com ucraft.net simdif.com duckdns.org ddns.net no-ip.org hopto.org sytes.net zapto.org myftp.org dynu.net azurewebsites.net azurestaticapps.net web.core.windows.net blob.core.windows.net azureedge.net cloudapp.azure.com cloudapp.net trafficmanager.net s3.amazonaws.com amplifyapp.com elasticbeanstalk.com cloudfront.net digitaloceanspaces.com ondigitalocean.app fly.dev ngrok.io ngrok-free.app ngrok.app trycloudflare.com loca.lt translate.goog ipfs.io dweb.link nftstorage.link fleek.co on-fleek.app cf-ipfs.com infura-ipfs.io w3s.link mypinata.cloud sharepoint.com notion.site zendesk.com tilda.ws tildacdn.com cprapid.com plesk.page contaboserver.net hostingersite.com hosted.app lovable.app bubbleapps.io softr.app glideapp.io b-cdn.net backblazeb2.com linodeobjects.com wasabisys.com oraclecloud.com codesandbox.io stackblitz.io builderallwixsite.com atwebpages.com byethost.com epizy.com rf.gd freehosting.com my-board.org 5gbfree.com hostfree.pw";

/** Forms that strangers make. */
const FORMS =
  "forms.gle docs.google.com/forms forms.office.com forms.microsoft.com typeform.com jotform.com jotform.me formstack.com 123formbuilder.com form.jotform.com cognitoforms.com wufoo.com formsite.com surveymonkey.com zohopublic.com forms.zoho.com paperform.co tally.so formspree.io getform.io formcarry.com formsubmit.co webhook.site ninjaforms.com forms.yandex.ru forms.yandex.com smartsheet.com/b hsforms.com aidaform.com fillout.com powerappsportals.com crowdsignal.com limesurvey.net";

/** Pages and files of strangers under a name that people trust. */
const LENT =
  "translate.google.com storage.googleapis.com firebasestorage.googleapis.com drive.google.com docs.google.com sites.google.com script.google.com s3.amazonaws.com 1drv.ms onedrive.live.com dropbox.com dl.dropboxusercontent.com wetransfer.com we.tl mega.nz mediafire.com canva.com express.adobe.com spark.adobe.com indd.adobe.com acrobat.adobe.com evernote.com notion.so sway.office.com sway.cloud.microsoft telegra.ph rentry.co pastebin.com linktr.ee linkin.bio beacons.ai padlet.com issuu.com flipsnack.com figma.com miro.com clickup.com box.com app.box.com zoho.com workdrive.zoho.com ipfs.io cloudflare-ipfs.com genially.com view.genial.ly gamma.app tumblr.com medium.com sendspace.com";

/** Click counters of mail services: where they lead cannot be seen. */
const TRACKERS =
  "sendgrid.net list-manage.com list-manage1.com list-manage2.com mandrillapp.com mailchi.mp mcsv.net awstrack.me pstmrk.it mailgun.org mailgun.net mjt.lu sendibm1.com sendibm2.com sendibm3.com sendibm4.com sendinblue.com sibforms.com brevosend.com exct.net exacttarget.com cmail1.com cmail2.com cmail19.com cmail20.com createsend.com createsend1.com constantcontact.com rs6.net hubspotlinks.com hubspotlinksstarter.com hubspotemail.net hs-sites.com hubspotstarter.net klaviyomail.com klclick.com klclick1.com klclick2.com klclick3.com customeriomail.com customer.io intercom-mail.com intercom-clicks.com vmailer.com sparkpostmail.com sparkpostmail2.com convertkit-mail.com convertkit-mail2.com convertkit-mail4.com substack.com beehiiv.com mailerlite.com mlsend.com getresponse.com gr-email.com aweber.com activehosted.com acemlna.com acemlnb.com acemlnc.com emlnk.com emlnk9.com drip.com getdrip.com iterable.com links.iterable.com braze.com appboy.com moengage.com clevertap.com marketo.com mktoweb.com mkt.com pardot.com eloqua.com en25.com responsys.net rsys5.com cheetahmail.com emarsys.net emv2.com emv3.com mailjet.com elasticemail.com elastic.email smtp2go.com sendpulse.com sendgrid.com dotmailer.com dmtrk.com dotdigital-pages.com dmanalytics2.com campaign-archive.com campaignmonitor.com sailthru.com bronto.com bm23.com listrak.com adestra.com msgfocus.com pure360.com mailerq.com cleverreach.com rapidmail.de inxmail.com newsletter2go.com optivo.net agnitas.de eu-central.awstrack.me omnisend.com omnisendlink.com privy.com attn.tv postscript.io loops.so resend-clicks.com resend.com mailtrap.live zeptomail.com zcsend.net maillist-manage.com maillist-manage.eu zohomail.com benchmarkemail.com bmetrack.com benchurl.com vresp.com icontact.com icptrack.com mailup.com musvc1.com musvc2.com egoi.com e-goi.com acumbamail.com doppler.com fromdoppler.com rdstation.com.br rdstation.com safelinks.protection.outlook.com urldefense.com urldefense.proofpoint.com linkprotect.cudasvc.com clicktime.symantec.com mimecast.com";

/** Where mail of all kinds links to beside its own pages. */
const PLATFORMS =
  "facebook.com fb.com fb.me instagram.com twitter.com x.com linkedin.com youtube.com youtu.be tiktok.com pinterest.com snapchat.com reddit.com discord.gg discord.com whatsapp.com wa.me t.me telegram.me threads.net bsky.app mastodon.social medium.com vimeo.com spotify.com apps.apple.com itunes.apple.com podcasts.apple.com play.google.com maps.google.com goo.gl maps.app.goo.gl google.com/maps google.com/calendar calendar.google.com support.google.com w3.org schema.org gravatar.com trustpilot.com xing.com vk.com weibo.com line.me glassdoor.com yelp.com tripadvisor.com github.com microsoft.com/store apps.microsoft.com support.apple.com support.microsoft.com wikipedia.org ec.europa.eu";

/** Companies that take payments for others, on pages of their own that ask for nothing but the payment. */
const CASHIERS =
  "billing.stripe.com checkout.stripe.com invoice.stripe.com pay.stripe.com dashboard.stripe.com paddle.com paddle.net chargebee.com chargebeeportal.com recurly.com gocardless.com mollie.com adyen.com adyen.link lemonsqueezy.com fastspring.com onfastspring.com 2checkout.com braintreegateway.com chargify.com maxio.com zuora.com xero.com quickbooks.intuit.com freshbooks.com squareup.com klarna.com checkout.com razorpay.com rzp.io paystack.com flutterwave.com mercadopago.com payu.com sumup.com billbee.io lexoffice.de sevdesk.de";

/** Addresses that anybody gets. */
const FREE_MAIL =
  "gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.fr yahoo.de yahoo.es yahoo.it yahoo.com.br yahoo.co.jp yahoo.co.in ymail.com rocketmail.com outlook.com outlook.fr outlook.de outlook.es outlook.it outlook.com.br hotmail.com hotmail.co.uk hotmail.fr hotmail.de hotmail.it hotmail.es live.com live.fr live.nl live.co.uk msn.com aol.com aim.com icloud.com me.com mac.com proton.me protonmail.com pm.me tutanota.com tuta.io tuta.com gmx.de gmx.net gmx.com gmx.at gmx.ch gmx.fr web.de freenet.de t-online.de mail.com email.com mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com ya.ru rambler.ru qq.com 163.com 126.com sina.com foxmail.com naver.com daum.net hanmail.net zohomail.com zoho.com fastmail.com hushmail.com orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it uol.com.br bol.com.br terra.com.br ig.com.br sapo.pt seznam.cz wp.pl o2.pl onet.pl interia.pl inbox.lv ukr.net abv.bg rediffmail.com att.net comcast.net verizon.net sbcglobal.net bellsouth.net btinternet.com sky.com ntlworld.com virginmedia.com telenet.be skynet.be ziggo.nl kpnmail.nl hotmail.nl bluewin.ch";

const words = (list: string) => list.split(" ");

export const TENANT_SUFFIXES: ReadonlySet<string> = new Set(words(TENANTS));
export const FREE_MAIL_DOMAINS: ReadonlySet<string> = new Set(words(FREE_MAIL));

export type HostKind = "shortener" | "tenant" | "form" | "lent" | "tracker" | "platform" | "cashier";

/** The later says what a name of two lists is. */
const KIND_OF = new Map<string, HostKind>([
  ...words(TENANTS).map((name) => [name, "tenant"] as const),
  ...words(TRACKERS).map((name) => [name, "tracker"] as const),
  ...words(LENT).map((name) => [name, "lent"] as const),
  ...words(SHORTENERS).map((name) => [name, "shortener"] as const),
  ...words(PLATFORMS).map((name) => [name, "platform"] as const),
  ...words(CASHIERS).map((name) => [name, "cashier"] as const),
  ...words(FORMS).map((name) => [name, "form"] as const),
]);

/** What is known of a host and the first piece of its path, by the longest name that fits; undefined: nothing. */
export function kindOfHost(host: string, path: string): HostKind | undefined {
  const first = path.split("/", 2)[1] ?? "";
  for (let name = host; name.includes("."); name = name.slice(name.indexOf(".") + 1)) {
    const kind = (first === "" ? undefined : KIND_OF.get(`${name}/${first}`)) ?? KIND_OF.get(name);
    if (kind) return kind;
  }
  // Cloud storage carries its region in the name.
  return /(^|\.)s3[.-][a-z0-9-]+\.amazonaws\.com$/.test(host) ? "lent" : undefined;
}
