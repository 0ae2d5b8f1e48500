// Made from the API's description by scripts/sdk.mjs; do not edit.
import type { Bind } from "../operation";

export interface paths {
    "/api/v1/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List emails, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.list"];
        put?: never;
        /**
         * Send an email
         * @description Needs any API key, or the session of a member who is developer or more.
         */
        post: operations["emails.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send up to 100 emails
         * @description Needs any API key, or the session of a member who is developer or more.
         */
        post: operations["emails.sendBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what became of emails, by time, domain, tag, template, key, priority or provider
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an email with its timeline
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Move a scheduled email to another time
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["emails.update"];
        trace?: never;
    };
    "/api/v1/emails/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an email that no worker has taken up
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["emails.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the content of an email once more as a new one, to all of its recipients or to some
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["emails.resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}/source": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The mail as it is handed to Amazon SES, which adds headers of its own
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.source"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["messages.list"];
        put?: never;
        /**
         * Send a message
         * @description Needs any API key, or the session of a member who is developer or more.
         */
        post: operations["messages.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a message with its timeline
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["messages.get"];
        put?: never;
        post?: never;
        /**
         * Cancel a message that no worker has taken up
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["messages.cancel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a message's files
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.attachments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}/attachments/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a message's file and a link to it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.attachments.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a message's files
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["messages.attachments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/attachments/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a message's file and a link to it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["messages.attachments.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/emails/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every decision on a message in sentences, and what happens next
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["emails.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/messages/{id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every decision on a message in sentences, and what happens next
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["messages.explain"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["templates.list"];
        put?: never;
        /**
         * Make a template; its first version is a draft
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["templates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render a template that is being written, and name all that is wrong with it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["templates.previewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a template with its newest version
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["templates.get"];
        put?: never;
        post?: never;
        /**
         * Delete a template with its versions
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["templates.remove"];
        options?: never;
        head?: never;
        /**
         * Change a template's draft, or begin one
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["templates.update"];
        trace?: never;
    };
    "/api/v1/templates/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the newest version, a draft too, to up to 5 addresses
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["templates.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the draft what is sent
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["templates.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a template
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["templates.duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render a template with given values
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["templates.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a template's versions
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["templates.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/versions/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one version of a template, by its number or id
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["templates.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the templates
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.templates.list"];
        put?: never;
        /**
         * Make a template; its first version is a draft
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.templates.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render a template that is being written, and name all that is wrong with it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["v1.templates.previewDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a template with its newest version
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.templates.get"];
        put?: never;
        post?: never;
        /**
         * Delete a template with its versions
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["v1.templates.remove"];
        options?: never;
        head?: never;
        /**
         * Change a template's draft, or begin one
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["v1.templates.update"];
        trace?: never;
    };
    "/v1/templates/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send the newest version, a draft too, to up to 5 addresses
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.templates.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/publish": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make the draft what is sent
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.templates.publish"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Copy a template
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.templates.duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Render a template with given values
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["v1.templates.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a template's versions
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.templates.versions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/{id}/versions/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read one version of a template, by its number or id
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.templates.version"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List images, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["images.list"];
        put?: never;
        /**
         * Upload an image; the same bytes again are the same image
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["images.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/images/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an image's address and size
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["images.get"];
        put?: never;
        post?: never;
        /**
         * Remove an image: mails that were sent show it no more
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["images.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a list of addresses on the suppression list, and report the rows that are wrong
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["suppressions.import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole suppression list as CSV, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["suppressions.export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the suppression list, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["suppressions.list"];
        put?: never;
        /**
         * Put an address on the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["suppressions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/batch/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put up to 100 addresses on the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["suppressions.batch.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/batch/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up to 100 addresses off the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["suppressions.batch.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of the suppression list by its id or address
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["suppressions.get"];
        put?: never;
        post?: never;
        /**
         * Take an address off the suppression list; a complaint needs confirm=complaint
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["suppressions.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the suppression list, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.suppressions.list"];
        put?: never;
        /**
         * Put an address on the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.suppressions.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/batch/add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put up to 100 addresses on the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.suppressions.batch.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/batch/remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take up to 100 addresses off the suppression list
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.suppressions.batch.remove"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/suppressions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of the suppression list by its id or address
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.suppressions.get"];
        put?: never;
        post?: never;
        /**
         * Take an address off the suppression list; a complaint needs confirm=complaint
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["v1.suppressions.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who wants no more mail, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.unsubscribes.list"];
        put?: never;
        /**
         * Write down that somebody wants no more mail
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["v1.unsubscribes.add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/unsubscribes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an unsubscribe by its id or address
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["v1.unsubscribes.get"];
        put?: never;
        post?: never;
        /**
         * Take an unsubscribe back: the person wants mail again
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["v1.unsubscribes.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List domains
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["domains.list"];
        put?: never;
        /**
         * Add a domain and get the DNS records to publish for it
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["domains.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/domains/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a domain with its DNS records and their state
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["domains.get"];
        put?: never;
        post?: never;
        /**
         * Delete a domain
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["domains.remove"];
        options?: never;
        head?: never;
        /**
         * Update a domain
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["domains.update"];
        trace?: never;
    };
    "/api/v1/domains/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Look at a domain's DNS records now
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["domains.verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["apiKeys.list"];
        put?: never;
        /**
         * Make an API key; its token is shown only here
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["apiKeys.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an API key
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["apiKeys.get"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key at once
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["apiKeys.remove"];
        options?: never;
        head?: never;
        /**
         * Rename an API key or set its rate limit
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["apiKeys.update"];
        trace?: never;
    };
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the account with its standing
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["account.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the account's settings
         * @description Needs an API key with the permission `full`, or the session of a member who is admin or more.
         */
        patch: operations["account.update"];
        trace?: never;
    };
    "/api/v1/account/brand/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The page behind unsubscribe links as it would look, before anything is changed
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["account.brand_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The account's suspensions, with what each rested on and its appeals; the latest 50
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["account.suspensions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/appeals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Appeal against the account's suspension
         * @description Needs an API key with the permission `full`, or the session of a member who is admin or more.
         */
        post: operations["account.appeal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/pauses/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let a paused key or template go on
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["account.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A link to everything the account has, live and test, as JSON lines
         * @description Needs an API key with the permission `full`, or the session of a member who is admin or more.
         */
        post: operations["account.export"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase the account for good: its keys are revoked and its content is unreadable at once
         * @description Needs an API key with the permission `full`, or the session of a member who is owner or more.
         */
        post: operations["account.erase"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the account's alerts, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["alerts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Which rules the account's alerts come from, and what each may be set to
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["alerts.rules.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Switch rules on or off, or set their thresholds
         * @description Needs an API key with the permission `full`, or the session of a member who is admin or more.
         */
        patch: operations["alerts.rules.update"];
        trace?: never;
    };
    "/api/v1/alerts/mail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether the account's alerts are mailed to you
         * @description Needs the session of a member who is anything; no API key will do.
         */
        get: operations["alerts.mail.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose whether the account's alerts are mailed to you
         * @description Needs the session of a member who is anything; no API key will do.
         */
        patch: operations["alerts.mail.update"];
        trace?: never;
    };
    "/api/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an alert
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["alerts.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say that you look after an alert; it closes by itself all the same
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["alerts.acknowledge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count what became of messages, by time and by one dimension
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["analytics.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.imports.list"];
        put?: never;
        /**
         * Read contacts in from a CSV file
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["contacts.imports.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read how far an import is
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.imports.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rows of an import that are not taken, as CSV
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.imports.errors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contacts, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.list"];
        put?: never;
        /**
         * Make a contact, or change the one of this address; with double_opt_in once its owner confirms
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["contacts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact by its id or address
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.get"];
        put?: never;
        post?: never;
        /**
         * Remove a contact; what it chose about mail is kept
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["contacts.remove"];
        options?: never;
        head?: never;
        /**
         * Change a contact; what is absent stays
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["contacts.update"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all topics, and whether the contact gets their mail
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.topics.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Choose for a contact which topics' mail it gets
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["contacts.topics.update"];
        trace?: never;
    };
    "/api/v1/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List forms, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["forms.list"];
        put?: never;
        /**
         * Make a form that people sign up by
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["forms.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/forms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a form
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["forms.get"];
        put?: never;
        post?: never;
        /**
         * Remove a form; who signed up by it can still confirm
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["forms.remove"];
        options?: never;
        head?: never;
        /**
         * Change a form; what is absent stays
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["forms.update"];
        trace?: never;
    };
    "/api/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["segments.list"];
        put?: never;
        /**
         * Make a segment
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["segments.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count the contacts that a rule holds of
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        post: operations["segments.preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a segment
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["segments.get"];
        put?: never;
        post?: never;
        /**
         * Remove a segment; its contacts stay
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["segments.remove"];
        options?: never;
        head?: never;
        /**
         * Name a segment anew, or give one that follows a rule another
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["segments.update"];
        trace?: never;
    };
    "/api/v1/segments/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a segment's contacts, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["segments.contacts.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the segments that a contact is in
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contacts.segments.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/segments/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a contact in a segment
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["contacts.segments.add"];
        /**
         * Take a contact out of a segment
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["contacts.segments.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List all topics, the oldest first, as people choose among them
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["topics.list"];
        put?: never;
        /**
         * Make a topic
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["topics.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a topic
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["topics.get"];
        put?: never;
        post?: never;
        /**
         * Remove a topic; its mail on its way still goes only to those who get it
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["topics.remove"];
        options?: never;
        head?: never;
        /**
         * Name or describe a topic anew
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["topics.update"];
        trace?: never;
    };
    "/api/v1/contact-properties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List contact properties, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contactProperties.list"];
        put?: never;
        /**
         * Make a contact property
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["contactProperties.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-properties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact property
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["contactProperties.get"];
        put?: never;
        post?: never;
        /**
         * Remove a contact property
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["contactProperties.remove"];
        options?: never;
        head?: never;
        /**
         * Change what stands in for a missing value
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["contactProperties.update"];
        trace?: never;
    };
    "/api/v1/audiences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List segments, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["audiences.list"];
        put?: never;
        /**
         * Make a segment, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["audiences.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audiences/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a segment, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["audiences.get"];
        put?: never;
        post?: never;
        /**
         * Remove a segment, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["audiences.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audiences/{id}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a segment's contacts, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["audiences.contacts.list"];
        put?: never;
        /**
         * Make a contact in a segment, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["audiences.contacts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audiences/{id}/contacts/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a contact, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["audiences.contacts.get"];
        put?: never;
        post?: never;
        /**
         * Remove a contact that is in a segment, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["audiences.contacts.remove"];
        options?: never;
        head?: never;
        /**
         * Change a contact, as older SDKs do
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["audiences.contacts.update"];
        trace?: never;
    };
    "/api/v1/broadcasts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List broadcasts, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.list"];
        put?: never;
        /**
         * Make a broadcast: a draft, or one that is sent
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a broadcast and what became of it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.get"];
        put?: never;
        post?: never;
        /**
         * Remove a draft, or what is over; its mails stay
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["broadcasts.remove"];
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["broadcasts.update"];
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a draft with the same words
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.duplicate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a draft, now or at a time
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a broadcast: nothing more of it is sent until it is resumed
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.pause"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a paused broadcast go on where it stood
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.resume"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the wait of a test of two subjects: the rest gets this one, or the one that does better by now
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.decide"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel a broadcast: a draft again, where it has not begun
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what a contact would get to a few addresses
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["broadcasts.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at what a contact would get
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.preview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/checks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at what stands in the way of a broadcast, and what to do about it
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.checks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/recipients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the recipients of which something is so, the last mail first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.recipients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/broadcasts/{id}/clicked-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the links that people followed, the most followed first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["broadcasts.clickedLinks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of the mail, and what needs somebody
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["overview.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the messages whose mail the sandbox takes, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["sandbox.emails.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sandbox/emails/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a mail as its recipient sees it, with its links and List-Unsubscribe looked at
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["sandbox.emails.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints of the key's mode, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["webhooks.list"];
        put?: never;
        /**
         * Register an endpoint for mail of the key's mode
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["webhooks.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an endpoint
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["webhooks.get"];
        put?: never;
        post?: never;
        /**
         * Delete an endpoint; what was on its way to it is dropped
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        delete: operations["webhooks.remove"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint's address, events or status
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        patch: operations["webhooks.update"];
        trace?: never;
    };
    "/api/v1/webhooks/{id}/signing-secret/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace an endpoint's signing secret
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["webhooks.rotateSigningSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint of an event that never happened; unless named, one that it is told of
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["webhooks.test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint once more all that it did not take since a time
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["webhooks.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what an endpoint was told
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["webhooks.events.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/events/{part}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get an event with its payload
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["webhooks.events.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/events/{part}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell an endpoint once more
         * @description Needs an API key with the permission `full`, or the session of a member who is developer or more.
         */
        post: operations["webhooks.events.replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{id}/events/{part}/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the tries to tell an endpoint
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["webhooks.events.attempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events as they happen, as server-sent events
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["events.stream"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calls of the API in the key's mode, of both surfaces, newest first
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["logs.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/logs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a call, with what is kept of its bodies
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["logs.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the account's members
         * @description Needs an API key with the permission `full`, or the session of a member who is anything.
         */
        get: operations["members.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove a member, from the next request on
         * @description Needs the session of a member who is admin or more; no API key will do.
         */
        delete: operations["members.remove"];
        options?: never;
        head?: never;
        /**
         * Give a member another role, from the next request on
         * @description Needs the session of a member who is admin or more; no API key will do.
         */
        patch: operations["members.update"];
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List invitations that were not accepted
         * @description Needs the session of a member who is admin or more; no API key will do.
         */
        get: operations["invitations.list"];
        put?: never;
        /**
         * Invite an address by mail; an earlier invitation of it is void then
         * @description Needs the session of a member who is admin or more; no API key will do.
         */
        post: operations["invitations.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take an invitation back
         * @description Needs the session of a member who is admin or more; no API key will do.
         */
        delete: operations["invitations.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What people and operators did in the account
         * @description Needs an API key with the permission `full`, or the session of a member who is admin or more.
         */
        get: operations["auditLog.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who is signed in, with the token for writes and the accounts there are
         * @description Needs a session, in whatever account.
         */
        get: operations["session.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the user's name
         * @description Needs a session, in whatever account.
         */
        patch: operations["session.update"];
        trace?: never;
    };
    "/api/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the user's sessions; a hundred at most
         * @description Needs a session, in whatever account.
         */
        get: operations["sessions.list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a session, from the next request on
         * @description Needs a session, in whatever account.
         */
        delete: operations["sessions.remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How people sign in here
         * @description For anybody.
         */
        get: operations["signInMethods.get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a user and an account, made once the address is confirmed by mail
         * @description For anybody.
         */
        post: operations["signUp.create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sign-up/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an address by the token of its link
         * @description For anybody.
         */
        post: operations["signUp.confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation by the token of its link; a new user gives a name and a password
         * @description For anybody.
         */
        post: operations["invitations.accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptedBatch: {
            data: {
                /** @description `msg_…`, the same on both surfaces. */
                id: string;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                scheduled_at?: string;
            }[];
            /** @description With `x-batch-validation: permissive`: what was left out. */
            errors?: {
                index: number;
                /** @description Of the first of its errors. */
                message: string;
                errors: components["schemas"]["FieldError"][];
            }[];
        };
        AcceptedEmail: {
            /** @description `msg_…`, the same on both surfaces. */
            id: string;
            /** @constant */
            object: "email";
            /** @enum {unknown} */
            status: "queued" | "scheduled";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at?: string;
        };
        AcceptedMessage: {
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /** @enum {unknown} */
            status: "queued" | "scheduled";
            recipient: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_time?: string;
        };
        Account: {
            /** @constant */
            object: "account";
            id: string;
            /**
             * @description Of the mail that `accepted_today` and `bounce_rate` count.
             * @enum {unknown}
             */
            mode: "live" | "test";
            email: string;
            name: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            keep_content: boolean;
            /** @enum {unknown} */
            unknown_policy: "resend" | "fail";
            timezone: string;
            /** @description How the account looks on the pages that its readers see. */
            brand: {
                /** @description Null: the account's name. */
                name: string | null;
                color: string | null;
                /**
                 * Format: uri
                 * @description Another one for each logo; nobody can guess it.
                 */
                logo_url: string | null;
            };
            /** @description Where programs hand mail over by SMTP; null: this installation does not take any. */
            smtp: {
                host: string;
                /** @description With STARTTLS. */
                port: number;
                /** @description With TLS from the first byte. */
                tls_port: number | null;
            } | null;
            tier: string;
            /** @description Recipients a UTC day; going over it refuses nothing. */
            daily_guideline: number;
            accepted_today: number;
            /** @description What the account still lacks to be promoted; null: it is trusted, or a test key asks. */
            missing_for_trusted: ("age" | "sent" | "bounce_rate" | "standing")[] | null;
            /** @enum {unknown} */
            standing: "active" | "suspended";
            bounce_rate: {
                /** @description Recipients in the window; of live mail, it decides. */
                sent: number;
                /** @description Of them, those that bounced for good or complained. */
                hurt: number;
                percent: number;
                window_days: number;
                warning_percent: number;
                suspension_percent: number;
                /** @description Before so many nothing is judged. */
                min_sent: number;
            };
            pauses: {
                /** @description Of the key or template. */
                id: string;
                /** @enum {unknown} */
                kind: "key" | "template";
                reason: string;
                /** @description What the decision rests on. */
                evidence: {
                    sent?: number;
                    hurt?: number;
                    percent?: number;
                    threshold_percent?: number;
                    window_days?: number;
                    message_id?: string;
                    label?: string;
                    signals?: string[];
                };
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                created_at: string;
            }[];
            suspension: {
                id: string;
                /** @enum {unknown} */
                cause: "bounce_rate" | "content" | "operator";
                reason: string;
                /** @description What the decision rests on. */
                evidence: {
                    sent?: number;
                    hurt?: number;
                    percent?: number;
                    threshold_percent?: number;
                    window_days?: number;
                    message_id?: string;
                    label?: string;
                    signals?: string[];
                };
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                created_at: string;
                /**
                 * Format: date-time
                 * @description What was waiting at the suspension is given up then.
                 * @example 2026-03-05T12:00:00.000Z
                 */
                held_until: string;
                /** @description Recipients held, counted up to 10,000. */
                held: number;
                appeals: components["schemas"]["Appeal"][];
            } | null;
        };
        AccountErasure: {
            /** @constant */
            object: "account_erasure";
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            erasing_since: string;
            /**
             * Format: date-time
             * @description Null: its rows are still being removed.
             * @example 2026-03-05T12:00:00.000Z
             */
            erased_at: string | null;
            /** @description Recipients that were waiting. */
            cancelled: number;
        };
        AccountExport: {
            /** @constant */
            object: "account_export";
            /**
             * Format: uri
             * @description Good until expires_at, without a key: JSON lines.
             */
            download_url: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            expires_at: string;
        };
        Alert: {
            /** @constant */
            object: "alert";
            /**
             * @description Alerts are about live mail alone.
             * @constant
             */
            mode: "live";
            /** @description `alr_…` */
            id: string;
            /** @enum {unknown} */
            kind: "volume" | "bounce_rate" | "complaint_rate" | "deferrals" | "webhook_failing" | "key_network";
            /** @enum {unknown} */
            status: "open" | "acknowledged" | "closed";
            /**
             * @description What its cause lies in.
             * @enum {unknown}
             */
            dimension: "account" | "domain" | "provider" | "template" | "endpoint" | "key";
            /** @description Of the dimension: a name or an id; empty for the account. */
            value: string;
            /** @description What you call it; null where it has no name. */
            name: string | null;
            title: string;
            /** @description In a sentence, with its numbers. */
            reason: string;
            numbers: components["schemas"]["AlertNumbers"];
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            opened_at: string;
            /**
             * Format: date-time
             * @description When its cause was last there.
             * @example 2026-03-05T12:00:00.000Z
             */
            last_seen_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            closed_at: string | null;
            /** @description How often it came back within a day of its closing. */
            reopened: number;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            acknowledged_at: string | null;
            /** @description `user:<address>` or `key:<id>`. */
            acknowledged_by: string | null;
        };
        AlertNumbers: {
            /** @description Recipients, in the worst hour so far. */
            accepted: number;
            /** @description The most that is usual for such an hour. */
            usual: number;
            limit: number;
            /** @description How many times the usual the limit is. */
            factor: number;
            /** @description There is less than a week to compare with. */
            young: boolean;
        } | {
            /** @description Of the worst window so far, by when its mail was sent. */
            hours: number;
            sent: number;
            /** @description Of them, those that bounced for good, complained or were put off. */
            affected: number;
            /** @description Percent. */
            percent: number;
            /** @description Of four weeks; null: too little mail to say. */
            usual_percent: number | null;
            /** @description Percent. */
            limit_percent: number;
        } | {
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            failing_since: string;
        } | {
            /** @description The newest first: an IPv4 /24, an IPv6 /48, or `private`. */
            networks: string[];
        };
        AlertRule: {
            /** @constant */
            object: "alert_rule";
            /** @enum {unknown} */
            kind: "volume" | "bounce_rate" | "complaint_rate" | "deferrals" | "webhook_failing" | "key_network";
            enabled: boolean;
            /** @description Null: this rule has no number. */
            threshold: number | null;
            /** @enum {unknown} */
            unit: "times" | "percent" | "minutes" | null;
            default_threshold: number | null;
            minimum: number | null;
            maximum: number | null;
        };
        Analytics: {
            /** @constant */
            object: "analytics";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Not included.
             * @example 2026-03-05T12:00:00.000Z
             */
            to: string;
            /** @enum {unknown} */
            interval: "hour" | "day" | "week" | "month" | null;
            /** @enum {unknown} */
            group_by: "domain" | "tag" | "template" | "provider" | "priority" | null;
            totals: {
                /** @description Recipients of messages that were accepted. */
                received: number;
                /** @description By Amazon SES. */
                accepted: number;
                delivered: number;
                deferred: number;
                bounced: number;
                complained: number;
                suppressed: number;
                failed: number;
                /** @description Recipients of whom a person opened it. */
                opened: number;
                /** @description Recipients of whom a person followed a link. */
                clicked: number;
                unsubscribed: number;
                /** @description Percent, to a hundredth. */
                delivery_rate: number;
                /** @description Percent, to a hundredth. */
                bounce_rate: number;
                /** @description Percent, to a hundredth. */
                complaint_rate: number;
                /** @description Percent, to a hundredth. */
                open_rate: number;
                /** @description Percent, to a hundredth. */
                click_rate: number;
                /** @description From accepted, or due, to delivered. */
                delivery_time: {
                    /** @description Milliseconds, to within 5 %. */
                    p50: number | null;
                    /** @description Milliseconds, to within 5 %. */
                    p95: number | null;
                    /** @description Milliseconds, to within 5 %. */
                    p99: number | null;
                };
            };
            data: {
                /** @description In the zone; null without an interval. */
                period: string | null;
                /** @description Of `group_by`; null where the message has none. */
                group: string | null;
                /** @description Recipients of messages that were accepted. */
                received: number;
                /** @description By Amazon SES. */
                accepted: number;
                delivered: number;
                deferred: number;
                bounced: number;
                complained: number;
                suppressed: number;
                failed: number;
                /** @description Recipients of whom a person opened it. */
                opened: number;
                /** @description Recipients of whom a person followed a link. */
                clicked: number;
                unsubscribed: number;
                /** @description Percent, to a hundredth. */
                delivery_rate: number;
                /** @description Percent, to a hundredth. */
                bounce_rate: number;
                /** @description Percent, to a hundredth. */
                complaint_rate: number;
                /** @description Percent, to a hundredth. */
                open_rate: number;
                /** @description Percent, to a hundredth. */
                click_rate: number;
                /** @description From accepted, or due, to delivered. */
                delivery_time: {
                    /** @description Milliseconds, to within 5 %. */
                    p50: number | null;
                    /** @description Milliseconds, to within 5 %. */
                    p95: number | null;
                    /** @description Milliseconds, to within 5 %. */
                    p99: number | null;
                };
            }[];
        };
        ApiError: {
            /**
             * @description The word to branch on.
             * @enum {unknown}
             */
            error: "bad_request" | "unauthorized" | "insufficient_credits" | "forbidden" | "account_suspended" | "not_found" | "method_not_allowed" | "idempotency_conflict" | "payload_too_large" | "unsupported_media_type" | "unprocessable_entity" | "invalid_recipient" | "validation_failed" | "too_many_requests" | "internal_server_error" | "bad_gateway" | "service_unavailable";
            /** @description For people. */
            message: string;
            /** @description The HTTP status. */
            statusCode: number;
            /** @description The word that users of the Resend SDK know. */
            name: string;
            /** @description Every wrong field; at most 100. */
            errors?: components["schemas"]["FieldError"][];
        };
        Appeal: {
            /** @constant */
            object: "appeal";
            id: string;
            suspension_id: string;
            /** @enum {unknown} */
            status: "open" | "granted" | "denied" | "moot";
            message: string;
            /** @description Of whoever decided. */
            note: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            decided_at: string | null;
        };
        Attention: {
            /** @constant */
            kind: "suspended";
            /** @description Of the suspension. */
            id: string;
            /** @enum {unknown} */
            cause: "bounce_rate" | "content" | "operator";
            reason: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string;
            /** @description Recipients held, counted up to 10,000. */
            held: number;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            held_until: string;
            /** @description Whether an appeal waits for its decision. */
            appealed: boolean;
        } | {
            /** @constant */
            kind: "bounce_rate_warning";
            sent: number;
            hurt: number;
            rate: number;
            suspend_at: number;
        } | {
            /** @constant */
            kind: "source_paused";
            id: string;
            /** @enum {unknown} */
            source: "key" | "template";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string;
        } | {
            /** @constant */
            kind: "alert";
            id: string;
            /**
             * @description The alert's kind. Those that nobody has acknowledged.
             * @enum {unknown}
             */
            alert: "volume" | "bounce_rate" | "complaint_rate" | "deferrals" | "webhook_failing" | "key_network";
            /** @description What it lies in; empty for the account. */
            name: string;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string;
        } | {
            /** @constant */
            kind: "credits_low";
            credits: number;
        } | {
            /** @constant */
            kind: "no_domain";
        } | {
            /** @constant */
            kind: "domain_unverified";
            id: string;
            name: string;
            failed: boolean;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string;
        } | {
            /** @constant */
            kind: "webhook_disabled";
            id: string;
            endpoint: string;
            reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string | null;
        } | {
            /** @constant */
            kind: "webhook_failing";
            id: string;
            endpoint: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            since: string | null;
        } | {
            /** @constant */
            kind: "no_message_yet";
        };
        Audience: {
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            name: string;
            rule: components["schemas"]["SegmentRule"];
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /** @constant */
            object: "audience";
        };
        AuditEntry: {
            /** @constant */
            object: "audit_entry";
            id: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            at: string;
            /** @description `user:<address>`, `operator:<name>`, `cli:<login>`. */
            actor: string;
            /** @description An operation's id, `templates.publish`, or an operator's act, `account.suspend`. */
            act: string;
            /** @description What it was done to, where that is not the account. */
            subject_id: string | null;
            /** @description Never content. */
            detail: {
                [key: string]: unknown;
            };
        };
        BlockSpan: {
            text: string;
            bold?: boolean;
            italic?: boolean;
            link?: string;
        };
        BlockTextPart: {
            /** @constant */
            type: "paragraph";
            spans: components["schemas"]["BlockSpan"][];
        } | {
            /** @constant */
            type: "list";
            ordered?: boolean;
            items: components["schemas"]["BlockSpan"][][];
        };
        BrandPreview: {
            /** @constant */
            object: "brand_preview";
            /** @description The whole page; it can be looked at and not be used. */
            html: string;
        };
        Broadcast: {
            /** @constant */
            object: "broadcast";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            name: string;
            /**
             * @description As the SDK knows it; `state` says more.
             * @enum {unknown}
             */
            status: "draft" | "queued" | "sent";
            /** @enum {unknown} */
            state: "draft" | "queued" | "sending" | "paused" | "sent" | "cancelling" | "cancelled" | "failed";
            /**
             * @description Why it does not go on, or did not.
             * @enum {unknown}
             */
            reason: "by_request" | "many_bounces" | "account_suspended" | "insufficient_credits" | "domain_not_verified" | "segment_removed" | "template_fails" | null;
            segment_id: string | null;
            /** @description The same. */
            audience_id: string | null;
            subject: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            ended_at: string | null;
            /** @description That were made so far. */
            mails: number;
            /** @description Contacts that had left, or cannot be written to. */
            skipped: number;
            from: string | null;
            reply_to: string[] | null;
            preview_text: string | null;
            topic_id: string | null;
            per_hour: number | null;
            not_reached_by: string[];
            html: string | null;
            blocks: components["schemas"]["MailBlocks"] | null;
            text: string | null;
            audience: {
                contacts: number;
                /** @description Who would not get it now. */
                unsubscribed: number;
            };
            subject_test: {
                subject: string;
                percent: number;
                hours: number;
                /** @enum {unknown} */
                by: "opened" | "clicked";
                /**
                 * @description Null: it has not begun.
                 * @enum {unknown}
                 */
                phase: "testing" | "waiting" | "decided" | null;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                decides_at: string | null;
                /** @enum {unknown} */
                winner: "a" | "b" | null;
                /** @description Of the first 20,000 mails of the test; by people, once each. */
                results: {
                    a: {
                        delivered: number;
                        opened: number;
                        clicked: number;
                    };
                    b: {
                        delivered: number;
                        opened: number;
                        clicked: number;
                    };
                    /** @description Chance would make such a difference less than once in twenty tests. */
                    clear: boolean;
                } | null;
            } | null;
            /** @description What was counted of its mails, a few seconds ago. */
            results: {
                accepted: number;
                sent: number;
                delivered: number;
                deferred: number;
                bounced_permanent: number;
                bounced_transient: number;
                bounced_undetermined: number;
                complained: number;
                suppressed: number;
                failed: number;
                opened: number;
                unique_opened: number;
                clicked: number;
                unique_clicked: number;
                machine_opened: number;
                machine_clicked: number;
                unsubscribed: number;
                delivery_rate: number;
                bounce_rate: number;
                complaint_rate: number;
                open_rate: number;
                click_rate: number;
                unsubscribe_rate: number;
            };
        };
        BroadcastCheck: {
            /** @enum {unknown} */
            check: "domain" | "dmarc" | "complaint_rate" | "unsubscribe" | "size" | "values" | "links" | "images" | "contrast" | "audience";
            /**
             * @description An error refuses sending.
             * @enum {unknown}
             */
            level: "ok" | "warning" | "error";
            message: string;
            remedy: string | null;
        };
        BroadcastPreview: {
            subject: string;
            html: string | null;
            text: string | null;
        };
        BroadcastRecipient: {
            /** @description The message's. */
            id: string;
            contact_id: string | null;
            email: string;
            count?: number;
            clicked_links?: {
                url: string;
                clicks: number;
            }[];
            /** @enum {unknown} */
            bounce_type?: "permanent" | "transient" | "undetermined" | null;
        };
        CancelledMessage: {
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /** @constant */
            status: "cancelled";
        };
        ChangedEmail: {
            /** @constant */
            object: "email";
            /** @description `msg_…`, the same on both surfaces. */
            id: string;
        };
        ClickedLink: {
            id: string;
            url: string;
            clicks: number;
            unique_clicks: number;
        };
        Contact: {
            /** @constant */
            object: "contact";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            email: string;
            first_name: string | null;
            last_name: string | null;
            unsubscribed: boolean;
            /**
             * @description `pending`: has yet to confirm, and gets no mail that can be left.
             * @enum {unknown}
             */
            state: "confirmed" | "pending";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            updated_at: string;
            /** @description How the address was asked for and confirmed last; null: it was added without. */
            confirmation: {
                /** @description Null: it was asked for by the API. */
                form_id: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                asked_at: string;
                /** @description A network, as `203.0.113.0/24`. */
                asked_from: string | null;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                confirmed_at: string | null;
                confirmed_from: string | null;
            } | null;
            properties: {
                [key: string]: {
                    /** @enum {unknown} */
                    type: "string" | "number";
                    value: string | number;
                };
            };
        };
        ContactImport: {
            /** @constant */
            object: "contact_import";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            /** @enum {unknown} */
            status: "queued" | "in_progress" | "completed" | "failed";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            completed_at: string | null;
            counts: {
                /** @description Rows read so far: the sum of the others. */
                total: number;
                created: number;
                updated: number;
                skipped: number;
                /** @description Rows that are not taken; `GET …/errors` names them. */
                failed: number;
            };
            progress: {
                /** @description Of the file. */
                bytes: number;
                /** @description How many of them are read in. */
                bytes_read: number;
            };
            /** @description Why it failed; what was read before is written. */
            error: string | null;
        };
        ContactProperty: {
            /** @constant */
            object: "contact_property";
            id: string;
            key: string;
            /** @enum {unknown} */
            type: "string" | "number";
            fallback_value: (string | number) | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        ContactTopic: {
            id: string;
            name: string;
            description: string | null;
            /** @enum {unknown} */
            subscription: "opt_in" | "opt_out";
        };
        CreatedWebhook: {
            /** @constant */
            object: "webhook";
            /**
             * @description Of the key that registered the endpoint: it is told of mail of this mode.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @description `whk_…` */
            id: string;
            /** Format: uri */
            endpoint: string;
            /** @description Events it is told of; later versions add names. */
            events: string[];
            /** @enum {unknown} */
            status: "enabled" | "disabled";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /** @description Why it is disabled, in a sentence. */
            disabled_reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * @description It has taken nothing since then; null: it takes what it is told.
             * @example 2026-03-05T12:00:00.000Z
             */
            failing_since: string | null;
            /** @description `whsec_…`; shown only here. */
            signing_secret: string;
        };
        DeletedWebhook: {
            /** @constant */
            object: "webhook";
            id: string;
            /** @constant */
            deleted: true;
        };
        Email: {
            /** @constant */
            object: "email";
            /** @description `msg_…`, the same on both surfaces. */
            id: string;
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /**
             * @description Of the key that it was sent with.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @description Of a message to one recipient: as in `recipients`. */
            rfc_message_id: string | null;
            to: string[];
            from: string;
            cc: string[] | null;
            bcc: string[] | null;
            reply_to: string[] | null;
            /** @description Null once the content is erased. */
            subject: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at: string | null;
            /** @description The status in the words of the Resend SDK. */
            last_event: string;
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /** @enum {unknown} */
            priority: "critical" | "standard" | "bulk";
            /** @description The topic that it is of. */
            topic_id: string | null;
            tags: components["schemas"]["Tag"][];
            metadata: {
                [key: string]: unknown;
            };
            recipients: components["schemas"]["EmailRecipient"][];
            /** @description Null where there is none, or once it is erased. */
            html: string | null;
            /** @description Null where there is none, or once it is erased. */
            text: string | null;
            /** @description The timeline, oldest first. */
            events: components["schemas"]["EmailEvent"][];
        };
        EmailEvent: {
            /** @enum {unknown} */
            type: "queued" | "scheduled" | "rescheduled" | "held" | "released" | "attempt" | "sent" | "deferred" | "delivered" | "bounced" | "complained" | "not_spam" | "failed" | "suppressed" | "cancelled" | "opened" | "clicked" | "unsubscribed" | "paced" | "paused" | "unknown" | "dead_lettered";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            at: string;
            recipient?: string;
            /** @description Which try this belongs to, from 1. */
            attempt?: number;
            reason?: string;
            /** @description The words of SES or of the receiving server. */
            detail?: string;
            bounce?: {
                type: string;
                subType: string;
                message: string;
            };
            complaint?: {
                type: string | null;
            };
            click?: {
                link: string;
                userAgent?: string;
                ipAddress?: string;
            };
            open?: {
                userAgent?: string;
                ipAddress?: string;
            };
            pace?: {
                /** @enum {unknown} */
                limit: "account" | "domain";
                domain?: string;
                perSecond: number;
            };
            ses_message_id?: string;
            /** @description The Message-ID header of the mail that it is about. */
            rfc_message_id?: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            retry_at?: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at?: string;
        } & {
            [key: string]: unknown;
        };
        EmailList: {
            /** @constant */
            object: "list";
            data: components["schemas"]["ListedEmail"][];
            /** @description Whether there is more in the direction of the page. */
            has_more: boolean;
        };
        EmailRecipient: {
            address: string;
            /** @enum {unknown} */
            kind: "to" | "cc" | "bcc";
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            reason: string | null;
            ses_message_id: string | null;
            /** @description The Message-ID header that it was delivered with, which SES writes. Null until SES took it. */
            rfc_message_id: string | null;
        };
        EmailSource: {
            /** @constant */
            object: "email_source";
            id: string;
            /** @description In their order, unfolded. */
            headers: {
                name: string;
                value: string;
            }[];
            source: string;
            bytes: number;
            /** @description `source` has the first 512 KB alone. */
            truncated: boolean;
        };
        FieldError: {
            /** @description Where, as the caller wrote it: `to[0]`, `attachments[1].filename`, `[3].to`. */
            field: string;
            /** @description A stable word: `required`, `type`, `unknown`, `format`, `too_long`, … */
            code: string;
            /** @description For people. */
            message: string;
        };
        Form: {
            /** @constant */
            object: "form";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            name: string;
            from: string | null;
            template: string | null;
            segments: {
                id: string;
            }[];
            topics: {
                id: string;
            }[];
            fields: string[];
            redirect_url: string | null;
            allowed_origins: string[];
            /**
             * Format: uri
             * @description Its page; a POST to it signs up. Its field `web-site` stays empty.
             */
            page_url: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            updated_at: string;
        };
        Image: {
            /** @constant */
            object: "image";
            id: string;
            name: string;
            /**
             * Format: uri
             * @description For `<img src>`: anybody may read it, for as long as the image is kept.
             */
            url: string;
            /** @enum {unknown} */
            content_type: "image/png" | "image/jpeg" | "image/gif" | "image/webp";
            /** @description Bytes. */
            size: number;
            /** @description Pixels. */
            width: number;
            height: number;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        Invitation: {
            /** @constant */
            object: "invitation";
            id: string;
            email: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "developer" | "viewer";
            /** @enum {unknown} */
            status: "pending" | "expired";
            /** @description A user; null: an operator. */
            invited_by: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            expires_at: string;
        };
        ListedBroadcast: {
            /** @constant */
            object: "broadcast";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            name: string;
            /**
             * @description As the SDK knows it; `state` says more.
             * @enum {unknown}
             */
            status: "draft" | "queued" | "sent";
            /** @enum {unknown} */
            state: "draft" | "queued" | "sending" | "paused" | "sent" | "cancelling" | "cancelled" | "failed";
            /**
             * @description Why it does not go on, or did not.
             * @enum {unknown}
             */
            reason: "by_request" | "many_bounces" | "account_suspended" | "insufficient_credits" | "domain_not_verified" | "segment_removed" | "template_fails" | null;
            segment_id: string | null;
            /** @description The same. */
            audience_id: string | null;
            subject: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            started_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            ended_at: string | null;
            /** @description That were made so far. */
            mails: number;
            /** @description Contacts that had left, or cannot be written to. */
            skipped: number;
        };
        ListedContact: {
            /** @constant */
            object: "contact";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            email: string;
            first_name: string | null;
            last_name: string | null;
            unsubscribed: boolean;
            /**
             * @description `pending`: has yet to confirm, and gets no mail that can be left.
             * @enum {unknown}
             */
            state: "confirmed" | "pending";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        ListedEmail: {
            /** @constant */
            object: "email";
            /** @description `msg_…`, the same on both surfaces. */
            id: string;
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /**
             * @description Of the key that it was sent with.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @description Of a message to one recipient: as in `recipients`. */
            rfc_message_id: string | null;
            to: string[];
            from: string;
            cc: string[] | null;
            bcc: string[] | null;
            reply_to: string[] | null;
            /** @description Null once the content is erased. */
            subject: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at: string | null;
            /** @description The status in the words of the Resend SDK. */
            last_event: string;
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /** @enum {unknown} */
            priority: "critical" | "standard" | "bulk";
            /** @description The topic that it is of. */
            topic_id: string | null;
            tags: components["schemas"]["Tag"][];
            metadata: {
                [key: string]: unknown;
            };
            recipients: components["schemas"]["EmailRecipient"][];
        };
        ListedLog: {
            /** @description `log_…` */
            id: string;
            /**
             * Format: date-time
             * @description When it was answered.
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /** @description The path, with `:id` in the place of what may name a person; without its query. */
            endpoint: string;
            method: string;
            response_status: number;
            user_agent: string | null;
            /** @enum {unknown} */
            mode: "live" | "test";
            /** @description The pattern of the path; `unknown` where there is none. */
            route: string;
            duration_ms: number;
            /** @description The response's `X-Request-Id`. */
            request_id: string;
            /** @description Null: a person called, by the dashboard. */
            api_key_id: string | null;
            /** @description Null: a key called. */
            user_id: string | null;
            /** @description Messages that the call made, read or changed. */
            message_ids: string[];
        };
        ListedMessage: {
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /**
             * @description Of the key that it was sent with.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /** @description The first of them. */
            recipient: string | null;
            recipients: components["schemas"]["MessageRecipient"][];
            /** @description Null once the content is erased. */
            subject: string | null;
            from: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_time: string | null;
            /**
             * Format: date-time
             * @description When SES took the first recipient's mail.
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            /**
             * Format: date-time
             * @description The latest delivery.
             * @example 2026-03-05T12:00:00.000Z
             */
            delivered_at: string | null;
            tags: components["schemas"]["Tag"][];
            metadata: {
                [key: string]: unknown;
            };
        };
        ListedSandboxEmail: {
            /** @constant */
            object: "sandbox_email";
            /** @description `msg_…`, as everywhere. */
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            from: string;
            to: string[];
            subject: string | null;
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the sandbox took the first recipient's mail; null: it has none yet.
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            recipients: string[];
        };
        ListedSession: {
            /** @constant */
            object: "listed_session";
            id: string;
            /** @description Whether this request is by it. */
            current: boolean;
            /** @description From where it was begun. */
            ip_address: string | null;
            user_agent: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description To a day.
             * @example 2026-03-05T12:00:00.000Z
             */
            last_used_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            expires_at: string;
        };
        Log: {
            /** @constant */
            object: "log";
            /** @description `log_…` */
            id: string;
            /**
             * Format: date-time
             * @description When it was answered.
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /** @description The path, with `:id` in the place of what may name a person; without its query. */
            endpoint: string;
            method: string;
            response_status: number;
            user_agent: string | null;
            /** @enum {unknown} */
            mode: "live" | "test";
            /** @description The pattern of the path; `unknown` where there is none. */
            route: string;
            duration_ms: number;
            /** @description The response's `X-Request-Id`. */
            request_id: string;
            /** @description Null: a person called, by the dashboard. */
            api_key_id: string | null;
            /** @description Null: a key called. */
            user_id: string | null;
            /** @description Messages that the call made, read or changed. */
            message_ids: string[];
            /** @description As far as it is kept: no content, no secret, of addresses the domain. Null: none is. */
            request_body: unknown;
            /** @description As far as it is kept: no content, no secret, of addresses the domain. Null: none is. */
            response_body: unknown;
        };
        LogList: {
            /** @constant */
            object: "list";
            data: components["schemas"]["ListedLog"][];
            /** @description Whether there is more in the direction of the page. */
            has_more: boolean;
        };
        MailBlocks: {
            items: (components["schemas"]["SimpleBlock"] | {
                /** @constant */
                type: "columns";
                columns: components["schemas"]["SimpleBlock"][][];
            })[];
            colors?: {
                page?: string;
                mail?: string;
                text?: string;
                accent?: string;
            };
        };
        Member: {
            /** @constant */
            object: "member";
            /** @description The user's. */
            id: string;
            email: string;
            name: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "developer" | "viewer";
            two_factor_enabled: boolean;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        Message: {
            /** @description `msg_…`, the same on both surfaces. */
            message_id: string;
            /**
             * @description Of the key that it was sent with.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /** @description The first of them. */
            recipient: string | null;
            recipients: components["schemas"]["MessageRecipient"][];
            /** @description Null once the content is erased. */
            subject: string | null;
            from: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_time: string | null;
            /**
             * Format: date-time
             * @description When SES took the first recipient's mail.
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            /**
             * Format: date-time
             * @description The latest delivery.
             * @example 2026-03-05T12:00:00.000Z
             */
            delivered_at: string | null;
            tags: components["schemas"]["Tag"][];
            metadata: {
                [key: string]: unknown;
            };
            /** @description The timeline, oldest first. */
            events: components["schemas"]["MessageEvent"][];
        };
        MessageEvent: {
            /** @enum {unknown} */
            type: "queued" | "scheduled" | "rescheduled" | "held" | "released" | "attempt" | "accepted" | "deferred" | "delivered" | "bounced" | "complained" | "not_spam" | "failed" | "suppressed" | "cancelled" | "opened" | "clicked" | "unsubscribed" | "paced" | "paused" | "unknown" | "dead_lettered";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            at: string;
            recipient?: string;
            /** @description Which try this belongs to, from 1. */
            attempt?: number;
            reason?: string;
            /** @description The words of SES or of the receiving server. */
            detail?: string;
            bounce?: {
                type: string;
                subType: string;
                message: string;
            };
            complaint?: {
                type: string | null;
            };
            click?: {
                link: string;
                userAgent?: string;
                ipAddress?: string;
            };
            open?: {
                userAgent?: string;
                ipAddress?: string;
            };
            pace?: {
                /** @enum {unknown} */
                limit: "account" | "domain";
                domain?: string;
                perSecond: number;
            };
            ses_message_id?: string;
            /** @description The Message-ID header of the mail that it is about. */
            rfc_message_id?: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            retry_at?: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at?: string;
        } & {
            [key: string]: unknown;
        };
        MessageList: {
            /** @constant */
            object: "list";
            data: components["schemas"]["ListedMessage"][];
            /** @description Whether there is more in the direction of the page. */
            has_more: boolean;
            /** @description Goes into `after`; null at the end. */
            next_cursor: string | null;
        };
        MessageRecipient: {
            address: string;
            /** @enum {unknown} */
            kind: "to" | "cc" | "bcc";
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            reason: string | null;
            ses_message_id: string | null;
            /** @description The Message-ID header that it was delivered with, which SES writes. Null until SES took it. */
            rfc_message_id: string | null;
        };
        Metrics: {
            /** @constant */
            object: "metrics";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            start_date: string;
            /**
             * Format: date-time
             * @description Not included.
             * @example 2026-03-05T12:00:00.000Z
             */
            end_date: string;
            metrics: ("received" | "delivered" | "complained" | "suppressed" | "bounced" | "bounced_transient" | "bounced_permanent" | "bounced_undetermined" | "opened" | "clicked" | "unsubscribed" | "delivery_delayed" | "failed" | "sent" | "unique_opened" | "unique_clicked" | "delivery_rate" | "open_rate" | "click_rate" | "bounce_rate" | "complaint_rate" | "unsubscribe_rate" | "accepted" | "machine_opened" | "machine_clicked" | "delay_p50" | "delay_p95" | "delay_p99")[];
            dimensions: ("period" | "domain" | "email" | "broadcast" | "tag" | "template" | "key" | "priority" | "provider")[];
            /** @enum {unknown} */
            granularity: "hourly" | "daily" | "weekly" | "monthly";
            totals: {
                received?: number;
                delivered?: number;
                complained?: number;
                suppressed?: number;
                bounced?: number;
                bounced_transient?: number;
                bounced_permanent?: number;
                bounced_undetermined?: number;
                /** @description By people, as often as it happened. */
                opened?: number;
                /** @description Likewise. */
                clicked?: number;
                unsubscribed?: number;
                delivery_delayed?: number;
                failed?: number;
                sent?: number;
                /** @description Recipients who opened it. */
                unique_opened?: number;
                /** @description Recipients who followed a link. */
                unique_clicked?: number;
                /** @description Percent, to a hundredth. */
                delivery_rate?: number;
                /** @description Percent, to a hundredth. */
                open_rate?: number;
                /** @description Percent, to a hundredth. */
                click_rate?: number;
                /** @description Percent, to a hundredth. */
                bounce_rate?: number;
                /** @description Percent, to a hundredth. */
                complaint_rate?: number;
                /** @description Percent, to a hundredth. */
                unsubscribe_rate?: number;
                accepted?: number;
                /** @description By scanners and by proxies that fetch in advance. */
                machine_opened?: number;
                /** @description Likewise. */
                machine_clicked?: number;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p50?: number | null;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p95?: number | null;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p99?: number | null;
            };
            /** @description Unless there are no dimensions. By period alone every period has a row. */
            data?: {
                /** @description A day, a week's Monday, a month's first, or the beginning of an hour, in the zone. */
                period?: string;
                /** @description Null where the domain is not the account's any more. */
                domain_id?: string | null;
                domain_name?: string;
                email_id?: string;
                tag?: string;
                /** @description Null: made by no template. */
                template_id?: string | null;
                api_key_id?: string | null;
                priority?: string;
                /** @description Who runs the recipient's mail server. */
                provider?: string;
                received?: number;
                delivered?: number;
                complained?: number;
                suppressed?: number;
                bounced?: number;
                bounced_transient?: number;
                bounced_permanent?: number;
                bounced_undetermined?: number;
                /** @description By people, as often as it happened. */
                opened?: number;
                /** @description Likewise. */
                clicked?: number;
                unsubscribed?: number;
                delivery_delayed?: number;
                failed?: number;
                sent?: number;
                /** @description Recipients who opened it. */
                unique_opened?: number;
                /** @description Recipients who followed a link. */
                unique_clicked?: number;
                /** @description Percent, to a hundredth. */
                delivery_rate?: number;
                /** @description Percent, to a hundredth. */
                open_rate?: number;
                /** @description Percent, to a hundredth. */
                click_rate?: number;
                /** @description Percent, to a hundredth. */
                bounce_rate?: number;
                /** @description Percent, to a hundredth. */
                complaint_rate?: number;
                /** @description Percent, to a hundredth. */
                unsubscribe_rate?: number;
                accepted?: number;
                /** @description By scanners and by proxies that fetch in advance. */
                machine_opened?: number;
                /** @description Likewise. */
                machine_clicked?: number;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p50?: number | null;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p95?: number | null;
                /** @description Milliseconds from accepted, or due, to delivered, to within 5 %. */
                delay_p99?: number | null;
            }[];
        };
        MovedEmail: {
            /** @constant */
            object: "email";
            /** @description `msg_…`, the same on both surfaces. */
            id: string;
            /**
             * Format: date-time
             * @description The time as it was understood.
             * @example 2026-03-05T12:00:00.000Z
             */
            scheduled_at: string;
        };
        NewAttachment: {
            filename?: string;
            path?: string;
            content?: string | {
                /** @constant */
                type: "Buffer";
                data: number[];
            };
            content_type?: string;
            content_id?: string;
        };
        NewBroadcast: {
            /** @description For you alone. */
            name?: string;
            /** @description Whose contacts are to get it. */
            segment_id?: string | null;
            /** @description An older name of `segment_id`. */
            audience_id?: string | null;
            /** @description What it is about: who left that does not get it. */
            topic_id?: string | null;
            /** @description Null: a draft has none yet. */
            from?: string | null;
            reply_to?: string[] | (string | null);
            /** @description Liquid, as `html` and `text` are. */
            subject?: string;
            /** @description What mail programs show beside the subject. */
            preview_text?: string | null;
            /** @description Values of its reader: `{{ first_name | default: 'there' }}`, `{{{contact.plan|free}}}`. */
            html?: string | null;
            /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
            blocks?: {
                [key: string]: unknown;
            } | null;
            /** @description Made of `html` unless given. */
            text?: string | null;
            /** @description Mails an hour; null: as fast as mail goes. */
            per_hour?: number | null;
            /** @description A second subject, tried against the first. */
            subject_test?: {
                /** @description The second one. Liquid. */
                subject: string;
                /**
                 * @description Of the contacts: one half of them gets `subject`, one half this one; with 100 there is no rest.
                 * @default 20
                 */
                percent: number;
                /**
                 * @description From the last mail of the test until the rest gets the better one.
                 * @default 4
                 */
                hours: number;
                /**
                 * @description What is better: the larger share of the mails delivered that people opened, or clicked in.
                 * @default opened
                 * @enum {unknown}
                 */
                by: "opened" | "clicked";
            } | null;
            /** @description Of the segment's contacts only those that none of these broadcasts, which are over, reached. */
            not_reached_by?: string[];
            /** @description Send it at once, or at `scheduled_at`, instead of keeping a draft. */
            send?: boolean;
            /** @description ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead. */
            scheduled_at?: string;
        };
        NewEmail: {
            /** @example Your order */
            subject?: string;
            /** @description The mail as plain text; this or `html` is required. Where it is absent, one is made of `html`; an empty one leaves it out. */
            text?: string;
            /** @description The mail as HTML; this or `text` is required. */
            html?: string;
            /** @description Headers of your own; not those that Sendex or SES write. */
            headers?: {
                [key: string]: string;
            };
            attachments?: components["schemas"]["NewAttachment"][];
            /** @description Letters, digits, `_` and `-`. */
            tags?: components["schemas"]["NewTag"][];
            /** @description Up to 16 KB as JSON; comes back in webhooks. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @description `standard` unless given.
             * @enum {unknown}
             */
            priority?: "critical" | "standard" | "bulk";
            template?: {
                id: string;
                variables?: {
                    [key: string]: unknown;
                };
            } | string;
            template_data?: {
                [key: string]: unknown;
            };
            /** @description The topic that it is about: it goes to those alone who get that topic's mail, with a link to leave it. */
            topic_id?: string;
            /**
             * @description `a@b.example` or `Name <a@b.example>`; its domain must be verified.
             * @example Shop <shop@example.com>
             */
            from?: string;
            /**
             * @description At most 50 distinct addresses over to, cc and bcc.
             * @example you@example.com
             */
            to: string[] | string;
            cc?: string[] | string;
            bcc?: string[] | string;
            reply_to?: string[] | string;
            /** @description ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead. */
            scheduled_at?: string;
        };
        NewMessage: {
            /** @example Your order */
            subject?: string;
            /** @description The mail as plain text; this or `html` is required. Where it is absent, one is made of `html`; an empty one leaves it out. */
            text?: string;
            /** @description The mail as HTML; this or `text` is required. */
            html?: string;
            /** @description Headers of your own; not those that Sendex or SES write. */
            headers?: {
                [key: string]: string;
            };
            attachments?: components["schemas"]["NewAttachment"][];
            /** @description Letters, digits, `_` and `-`. */
            tags?: components["schemas"]["NewTag"][];
            /** @description Up to 16 KB as JSON; comes back in webhooks. */
            metadata?: {
                [key: string]: unknown;
            };
            /**
             * @description `standard` unless given.
             * @enum {unknown}
             */
            priority?: "critical" | "standard" | "bulk";
            template?: {
                id: string;
                variables?: {
                    [key: string]: unknown;
                };
            } | string;
            template_data?: {
                [key: string]: unknown;
            };
            /** @description The topic that it is about: it goes to those alone who get that topic's mail, with a link to leave it. */
            topic_id?: string;
            /** @description Where the account has no sender of its own this is required. */
            from?: components["schemas"]["Person"] | string;
            /**
             * @description At most 50 distinct addresses over recipient, cc and bcc.
             * @example you@example.com
             */
            recipient: (components["schemas"]["Person"] | string)[] | (components["schemas"]["Person"] | string);
            cc?: (components["schemas"]["Person"] | string)[] | (components["schemas"]["Person"] | string);
            bcc?: (components["schemas"]["Person"] | string)[] | (components["schemas"]["Person"] | string);
            reply_to?: (components["schemas"]["Person"] | string)[] | (components["schemas"]["Person"] | string);
            /** @description ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead. */
            scheduled_time?: string;
        };
        NewSegmentCondition: {
            /** @description `email`, `first_name`, `last_name`, `unsubscribed`, `created_at`, `properties.KEY`, `topics.ID`, or `segments.ID` of a list; what mail came to: `sent`, `delivered`, `opened`, `clicked`, `bounced`, `complained`, of one broadcast `opened.ID` and so on. */
            field: string;
            /** @enum {unknown} */
            operator: "equals" | "not_equals" | "contains" | "not_contains" | "starts_with" | "ends_with" | "more_than" | "less_than" | "is_set" | "is_not_set" | "within_days" | "before_days" | "not_within_days";
            /** @description A text without regard to case, a number, or true or false; of a topic `opt_in` or `opt_out`, of `created_at` and of what mail came to a number of days; absent with `is_set` and `is_not_set`. */
            value?: string | number | boolean;
        };
        NewSegmentGroup: {
            /** @enum {unknown} */
            match: "all" | "any";
            conditions: components["schemas"]["NewSegmentCondition"][];
        };
        /** @description Who belongs to it, in place of a list. */
        NewSegmentRule: {
            /** @enum {unknown} */
            match: "all" | "any";
            conditions: components["schemas"]["NewSegmentCondition"][];
            /** @description Each counts as one condition more. */
            groups?: components["schemas"]["NewSegmentGroup"][];
        };
        NewTag: {
            name: string;
            value: string;
        };
        NewWebhook: {
            /**
             * @description An https URL.
             * @example https://example.com/hooks
             */
            endpoint: string;
            /** @description All of them, unless some are named. */
            events?: components["schemas"]["WebhookEvent"][];
        };
        Overview: {
            /** @constant */
            object: "overview";
            /**
             * @description Of the mail that is counted.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            from: string;
            /**
             * Format: date-time
             * @description Not included.
             * @example 2026-03-05T12:00:00.000Z
             */
            to: string;
            /** @enum {unknown} */
            interval: "hour" | "day";
            /** @description Recipients, each under the hour it was sent in; opens and clicks as often as they happened. */
            totals: {
                accepted: number;
                sent: number;
                delivered: number;
                deferred: number;
                bounced: number;
                complained: number;
                failed: number;
                suppressed: number;
                opened: number;
                clicked: number;
            };
            /** @description One entry for each interval, in order. */
            series: {
                /**
                 * Format: date-time
                 * @description When the interval begins.
                 * @example 2026-03-05T12:00:00.000Z
                 */
                at: string;
                accepted: number;
                sent: number;
                delivered: number;
                deferred: number;
                bounced: number;
                complained: number;
                failed: number;
                suppressed: number;
                opened: number;
                clicked: number;
            }[];
            bounce_rate: {
                /** @description Percent. */
                rate: number;
                sent: number;
                /** @description Of them, those that bounced for good or complained. */
                hurt: number;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                since: string;
                /**
                 * Format: date-time
                 * @example 2026-03-05T12:00:00.000Z
                 */
                until: string;
                /** @description Percent. */
                warn_at: number;
                /** @description Percent. */
                suspend_at: number;
                /** @description Before so many nothing is judged. */
                minimum_sent: number;
                /**
                 * @description Null: test mail is not judged.
                 * @enum {unknown}
                 */
                state: "too_few" | "good" | "warning" | "over" | null;
            };
            today: {
                /** @description Recipients of the UTC day, as the guideline counts them. */
                accepted: number;
                sent: number;
                /** @description Going over it refuses nothing. Null: test mail has none. */
                guideline: number | null;
            };
            /** @description What needs somebody, the gravest first. */
            attention: components["schemas"]["Attention"][];
        };
        Person: {
            email: string;
            name?: string;
        };
        SandboxEmail: {
            /** @constant */
            object: "sandbox_email";
            /** @description `msg_…`, as everywhere. */
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            from: string;
            to: string[];
            subject: string | null;
            /** @enum {unknown} */
            status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description When the sandbox took the first recipient's mail; null: it has none yet.
             * @example 2026-03-05T12:00:00.000Z
             */
            sent_at: string | null;
            recipients: string[];
            /** @description Whose mail this is. */
            recipient: string;
            headers: {
                name: string;
                value: string;
            }[];
            /** @description As it came: show it in a frame without scripts or origin. */
            html: string | null;
            text: string | null;
            /** @description The first 512 KB. */
            source: string;
            bytes: number;
            attachments: {
                filename: string;
                content_type: string;
                size: number;
                inline: boolean;
            }[];
            /** @description Those of the HTML, at most 500; none of them is followed. */
            links: {
                url: string;
                text: string;
                /** @enum {unknown} */
                problem: "empty" | "not_a_url" | "no_scheme" | "unfilled" | "insecure" | "private" | null;
            }[];
            list_unsubscribe: {
                present: boolean;
                mailto: string | null;
                https: string | null;
                /** @description RFC 8058. */
                one_click: boolean;
                /** @description In sentences. */
                problems: string[];
            };
        };
        Segment: {
            /** @constant */
            object: "segment";
            id: string;
            /** @enum {unknown} */
            mode: "live" | "test";
            name: string;
            rule: components["schemas"]["SegmentRule"];
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        SegmentCondition: {
            /** @description `email`, `first_name`, `last_name`, `unsubscribed`, `created_at`, `properties.KEY`, `topics.ID`, or `segments.ID` of a list; what mail came to: `sent`, `delivered`, `opened`, `clicked`, `bounced`, `complained`, of one broadcast `opened.ID` and so on. */
            field: string;
            /** @enum {unknown} */
            operator: "equals" | "not_equals" | "contains" | "not_contains" | "starts_with" | "ends_with" | "more_than" | "less_than" | "is_set" | "is_not_set" | "within_days" | "before_days" | "not_within_days";
            /** @description A text without regard to case, a number, or true or false; of a topic `opt_in` or `opt_out`, of `created_at` and of what mail came to a number of days; absent with `is_set` and `is_not_set`. */
            value?: string | number | boolean;
        };
        SegmentGroup: {
            /** @enum {unknown} */
            match: "all" | "any";
            conditions: components["schemas"]["SegmentCondition"][];
        };
        /** @description Who belongs to it, in place of a list. */
        SegmentRule: {
            /** @enum {unknown} */
            match: "all" | "any";
            conditions: components["schemas"]["SegmentCondition"][];
            /** @description Each counts as one condition more. */
            groups?: components["schemas"]["SegmentGroup"][];
        } | null;
        Session: {
            /** @constant */
            object: "session";
            id: string;
            /** @description Goes into `X-Sendex-CSRF` of every write. */
            csrf_token: string;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            expires_at: string;
            user: {
                id: string;
                email: string;
                name: string;
                /** @description Whether she sees and decides what operators do. */
                operator: boolean;
                two_factor_enabled: boolean;
            };
            accounts: {
                id: string;
                /** @description Its owner's address where it has none. */
                name: string;
                /** @enum {unknown} */
                role: "owner" | "admin" | "developer" | "viewer";
                /** @enum {unknown} */
                standing: "active" | "suspended";
            }[];
            sign_in: components["schemas"]["SignInMethods"];
        };
        SignInMethods: {
            /** @constant */
            object: "sign_in_methods";
            password: boolean;
            /**
             * @description Who may become a user.
             * @enum {unknown}
             */
            sign_up: "closed" | "invite" | "open";
            /** @description `Sign in with <name>`. */
            oidc: {
                name: string;
            } | null;
        };
        SimpleBlock: {
            /** @constant */
            type: "heading";
            level: number;
            spans: components["schemas"]["BlockSpan"][];
            /** @enum {unknown} */
            align?: "left" | "center" | "right";
        } | {
            /** @constant */
            type: "text";
            parts: components["schemas"]["BlockTextPart"][];
            /** @enum {unknown} */
            align?: "left" | "center" | "right";
        } | {
            /** @constant */
            type: "button";
            text: string;
            link: string;
            /** @enum {unknown} */
            align?: "left" | "center" | "right";
        } | {
            /** @constant */
            type: "image";
            url: string;
            alt?: string;
            decorative?: boolean;
            width?: number;
            link?: string;
            /** @enum {unknown} */
            align?: "left" | "center" | "right";
        } | {
            /** @constant */
            type: "divider";
        } | {
            /** @constant */
            type: "spacer";
            height: number;
        } | {
            /** @constant */
            type: "footer";
            parts: components["schemas"]["BlockTextPart"][];
            unsubscribe: string;
            /** @enum {unknown} */
            align?: "left" | "center" | "right";
        };
        SuppressionImport: {
            /** @constant */
            object: "suppression_import";
            /** @enum {unknown} */
            mode: "live" | "test";
            rows: number;
            /** @description Addresses that are new on the list. */
            added: number;
            /** @description Addresses that stood there already; the stronger reason holds. */
            known: number;
            /** @description Rows that were not imported. */
            rejected: number;
            /** @description Of the first 1000 rejected rows. */
            bad_rows: {
                /** @description From 1: of the CSV, its head included, or of the entries. */
                line: number;
                email: string;
                code: string;
                message: string;
            }[];
        };
        Suspension: {
            id: string;
            /** @enum {unknown} */
            cause: "bounce_rate" | "content" | "operator";
            reason: string;
            /** @description What the decision rests on. */
            evidence: {
                sent?: number;
                hurt?: number;
                percent?: number;
                threshold_percent?: number;
                window_days?: number;
                message_id?: string;
                label?: string;
                signals?: string[];
            };
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /**
             * Format: date-time
             * @description Null: it stands.
             * @example 2026-03-05T12:00:00.000Z
             */
            lifted_at: string | null;
            /** @description Of whoever lifted it. */
            note: string | null;
            appeals: components["schemas"]["Appeal"][];
        };
        Tag: {
            name: string;
            value: string;
        };
        TemplateDraftPreview: {
            /** @constant */
            object: "template_draft_preview";
            /** @description Null, as `html` and `text`: there is none, or it cannot be rendered. */
            subject: string | null;
            html: string | null;
            text: string | null;
            problems: {
                /** @description `subject`, `html`, `text`, `mjml`, `blocks`, or `values.name`. */
                field: string;
                /** @enum {unknown} */
                kind: "syntax" | "failed" | "limit" | "missing" | "type";
                message: string;
                /** @description From 1; null: not known. */
                line: number | null;
                column: number | null;
            }[];
            /** @description Those that are declared, used or given. */
            variables: {
                key: string;
                /** @enum {unknown} */
                type: "string" | "number" | "boolean" | "object" | "list" | null;
                declared: boolean;
                /** @description Stands in the template. */
                used: boolean;
                given: boolean;
            }[];
        };
        TemplateVersion: {
            /** @constant */
            object: "template_version";
            id: string;
            version: number;
            /** @enum {unknown} */
            status: "draft" | "published";
            current: boolean;
            subject: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            published_at: string | null;
            from: string | null;
            reply_to: string[] | null;
            html: string | null;
            text: string | null;
            mjml: string | null;
            blocks: components["schemas"]["MailBlocks"] | null;
            variables: {
                key: string;
                /** @enum {unknown} */
                type: "string" | "number" | "boolean" | "object" | "list";
                fallback_value: unknown;
            }[];
        };
        Topic: {
            /** @constant */
            object: "topic";
            id: string;
            name: string;
            description: string | null;
            /** @enum {unknown} */
            default_subscription: "opt_in" | "opt_out";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
        };
        TopicChoice: {
            id: string;
            /** @enum {unknown} */
            subscription: "opt_in" | "opt_out";
        };
        Webhook: {
            /** @constant */
            object: "webhook";
            /**
             * @description Of the key that registered the endpoint: it is told of mail of this mode.
             * @enum {unknown}
             */
            mode: "live" | "test";
            /** @description `whk_…` */
            id: string;
            /** Format: uri */
            endpoint: string;
            /** @description Events it is told of; later versions add names. */
            events: string[];
            /** @enum {unknown} */
            status: "enabled" | "disabled";
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            created_at: string;
            /** @description Why it is disabled, in a sentence. */
            disabled_reason: string | null;
            /**
             * Format: date-time
             * @example 2026-03-05T12:00:00.000Z
             */
            disabled_at: string | null;
            /**
             * Format: date-time
             * @description It has taken nothing since then; null: it takes what it is told.
             * @example 2026-03-05T12:00:00.000Z
             */
            failing_since: string | null;
        };
        /** @enum {string} */
        WebhookEvent: "email.queued" | "email.scheduled" | "email.sent" | "email.deferred" | "email.delivered" | "email.bounced" | "email.complained" | "email.failed" | "email.suppressed" | "email.cancelled" | "email.opened" | "email.clicked" | "email.unsubscribed" | "domain.verified" | "account.suspended" | "account.reinstated" | "account.tier_changed" | "alert.opened" | "alert.closed" | "contact.created" | "contact.updated" | "contact.deleted" | "contact.confirmed" | "contact.subscribed" | "contact.unsubscribed" | "contact.topics.updated" | "topic.created" | "topic.updated" | "topic.deleted" | "broadcast.queued" | "broadcast.started" | "broadcast.paused" | "broadcast.completed" | "broadcast.cancelled" | "broadcast.failed" | "suppression.added" | "suppression.removed" | "email.delivery_delayed";
        WebhookList: {
            /** @constant */
            object: "list";
            data: components["schemas"]["Webhook"][];
            /** @description Whether there is more in the direction of the page. */
            has_more: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AcceptedBatch = components['schemas']['AcceptedBatch'];
export type AcceptedEmail = components['schemas']['AcceptedEmail'];
export type AcceptedMessage = components['schemas']['AcceptedMessage'];
export type Account = components['schemas']['Account'];
export type AccountErasure = components['schemas']['AccountErasure'];
export type AccountExport = components['schemas']['AccountExport'];
export type Alert = components['schemas']['Alert'];
export type AlertNumbers = components['schemas']['AlertNumbers'];
export type AlertRule = components['schemas']['AlertRule'];
export type Analytics = components['schemas']['Analytics'];
export type ApiError = components['schemas']['ApiError'];
export type Appeal = components['schemas']['Appeal'];
export type Attention = components['schemas']['Attention'];
export type Audience = components['schemas']['Audience'];
export type AuditEntry = components['schemas']['AuditEntry'];
export type BlockSpan = components['schemas']['BlockSpan'];
export type BlockTextPart = components['schemas']['BlockTextPart'];
export type BrandPreview = components['schemas']['BrandPreview'];
export type Broadcast = components['schemas']['Broadcast'];
export type BroadcastCheck = components['schemas']['BroadcastCheck'];
export type BroadcastPreview = components['schemas']['BroadcastPreview'];
export type BroadcastRecipient = components['schemas']['BroadcastRecipient'];
export type CancelledMessage = components['schemas']['CancelledMessage'];
export type ChangedEmail = components['schemas']['ChangedEmail'];
export type ClickedLink = components['schemas']['ClickedLink'];
export type Contact = components['schemas']['Contact'];
export type ContactImport = components['schemas']['ContactImport'];
export type ContactProperty = components['schemas']['ContactProperty'];
export type ContactTopic = components['schemas']['ContactTopic'];
export type CreatedWebhook = components['schemas']['CreatedWebhook'];
export type DeletedWebhook = components['schemas']['DeletedWebhook'];
export type Email = components['schemas']['Email'];
export type EmailEvent = components['schemas']['EmailEvent'];
export type EmailList = components['schemas']['EmailList'];
export type EmailRecipient = components['schemas']['EmailRecipient'];
export type EmailSource = components['schemas']['EmailSource'];
export type FieldError = components['schemas']['FieldError'];
export type Form = components['schemas']['Form'];
export type Image = components['schemas']['Image'];
export type Invitation = components['schemas']['Invitation'];
export type ListedBroadcast = components['schemas']['ListedBroadcast'];
export type ListedContact = components['schemas']['ListedContact'];
export type ListedEmail = components['schemas']['ListedEmail'];
export type ListedLog = components['schemas']['ListedLog'];
export type ListedMessage = components['schemas']['ListedMessage'];
export type ListedSandboxEmail = components['schemas']['ListedSandboxEmail'];
export type ListedSession = components['schemas']['ListedSession'];
export type Log = components['schemas']['Log'];
export type LogList = components['schemas']['LogList'];
export type MailBlocks = components['schemas']['MailBlocks'];
export type Member = components['schemas']['Member'];
export type Message = components['schemas']['Message'];
export type MessageEvent = components['schemas']['MessageEvent'];
export type MessageList = components['schemas']['MessageList'];
export type MessageRecipient = components['schemas']['MessageRecipient'];
export type Metrics = components['schemas']['Metrics'];
export type MovedEmail = components['schemas']['MovedEmail'];
export type NewAttachment = components['schemas']['NewAttachment'];
export type NewBroadcast = components['schemas']['NewBroadcast'];
export type NewEmail = components['schemas']['NewEmail'];
export type NewMessage = components['schemas']['NewMessage'];
export type NewSegmentCondition = components['schemas']['NewSegmentCondition'];
export type NewSegmentGroup = components['schemas']['NewSegmentGroup'];
export type NewSegmentRule = components['schemas']['NewSegmentRule'];
export type NewTag = components['schemas']['NewTag'];
export type NewWebhook = components['schemas']['NewWebhook'];
export type Overview = components['schemas']['Overview'];
export type Person = components['schemas']['Person'];
export type SandboxEmail = components['schemas']['SandboxEmail'];
export type Segment = components['schemas']['Segment'];
export type SegmentCondition = components['schemas']['SegmentCondition'];
export type SegmentGroup = components['schemas']['SegmentGroup'];
export type SegmentRule = components['schemas']['SegmentRule'];
export type Session = components['schemas']['Session'];
export type SignInMethods = components['schemas']['SignInMethods'];
export type SimpleBlock = components['schemas']['SimpleBlock'];
export type SuppressionImport = components['schemas']['SuppressionImport'];
export type Suspension = components['schemas']['Suspension'];
export type Tag = components['schemas']['Tag'];
export type TemplateDraftPreview = components['schemas']['TemplateDraftPreview'];
export type TemplateVersion = components['schemas']['TemplateVersion'];
export type Topic = components['schemas']['Topic'];
export type TopicChoice = components['schemas']['TopicChoice'];
export type Webhook = components['schemas']['Webhook'];
export type WebhookEvent = components['schemas']['WebhookEvent'];
export type WebhookList = components['schemas']['WebhookList'];
export type $defs = Record<string, never>;
export interface operations {
    "emails.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                status?: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
                /** @description Any of the recipients. */
                recipient?: string;
                sender?: string;
                /** @description `name:value` */
                tag?: string;
                /** @description `name:value` */
                metadata?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                /** @description Part of the subject. */
                q?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List emails, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailList"];
                    "text/csv": string;
                };
            };
        };
    };
    "emails.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmail"];
            };
        };
        responses: {
            /** @description Send an email */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedEmail"];
                };
            };
        };
    };
    "emails.sendBatch": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
                /** @description `strict`: one bad email refuses all. `permissive`: the good ones go, the others are listed. */
                "x-batch-validation"?: "strict" | "permissive";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEmail"][];
            };
        };
        responses: {
            /** @description Send up to 100 emails */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedBatch"];
                };
            };
        };
    };
    "emails.metrics": {
        parameters: {
            query?: {
                /** @description ISO 8601, a day or a time with a zone; 6 days before `end_date` unless given. Times count in whole quarters of an hour. */
                start_date?: string;
                /** @description Likewise, not included; now unless given, and never later. */
                end_date?: string;
                /** @description IANA, such as `Asia/Kolkata`: whose days are meant, UTC unless given. */
                timezone?: string;
                /** @description Of `period`. By the hour a span may have 31 days, otherwise 400. */
                granularity?: "hourly" | "daily" | "weekly" | "monthly";
                /** @description Separated by commas. Those of the Resend SDK unless given; ours beside them: accepted, machine_opened, machine_clicked, delay_p50, delay_p95, delay_p99. */
                metrics?: string;
                /** @description Separated by commas: `period` and `domain`, and one of the others. `email` goes with `period` alone. */
                dimensions?: string;
                /** @description Ids of sending domains, separated by commas. */
                domain_id?: string;
                /** @description Ids of emails, separated by commas: counts them alone, from their timelines. */
                email_id?: string;
                /** @description With no dimension but `broadcast`, `period` and `domain`. */
                broadcast_id?: string;
                /** @description `name:value`, separated by commas; with no dimension but `tag`, `period` and `domain`. */
                tag?: string;
                /** @description Likewise with `template`. */
                template_id?: string;
                /** @description Likewise with `key`. */
                api_key_id?: string;
                /** @description Likewise with `priority`. */
                priority?: string;
                /** @description Likewise with `provider`: `google`, `microsoft`, `unknown`, … */
                provider?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count what became of emails, by time, domain, tag, template, key, priority or provider */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Metrics"];
                };
            };
        };
    };
    "emails.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an email with its timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
        };
    };
    "emails.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead. */
                    scheduled_at: string;
                };
            };
        };
        responses: {
            /** @description Move a scheduled email to another time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MovedEmail"];
                };
            };
        };
    };
    "emails.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel an email that no worker has taken up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangedEmail"];
                };
            };
        };
    };
    "emails.resend": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description Some of its recipients; all of them unless given. */
                    to?: string[] | string;
                };
            };
        };
        responses: {
            /** @description Send the content of an email once more as a new one, to all of its recipients or to some */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedEmail"];
                };
            };
        };
    };
    "emails.source": {
        parameters: {
            query?: {
                /** @description `eml`: the whole of it as a file, message/rfc822. */
                format?: "json" | "eml";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The mail as it is handed to Amazon SES, which adds headers of its own */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailSource"];
                    "message/rfc822": string;
                };
            };
        };
    };
    "messages.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                status?: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
                /** @description Any of the recipients. */
                recipient?: string;
                sender?: string;
                /** @description `name:value` */
                tag?: string;
                /** @description `name:value` */
                metadata?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                /** @description Part of the subject. */
                q?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List messages, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                    "text/csv": string;
                };
            };
        };
    };
    "messages.send": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description Send a message */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedMessage"];
                };
            };
        };
    };
    "messages.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a message with its timeline */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    "messages.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a message that no worker has taken up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CancelledMessage"];
                };
            };
        };
    };
    "emails.attachments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a message's files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            filename: string;
                            /** @description Bytes. */
                            size: number;
                            content_type: string;
                            /** @enum {unknown} */
                            content_disposition: "attachment" | "inline";
                            content_id: string | null;
                            /**
                             * Format: uri
                             * @description Good until expires_at, without a key.
                             */
                            download_url: string;
                            /** Format: date-time */
                            expires_at: string;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "emails.attachments.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a message's file and a link to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "attachment";
                        id: string;
                        filename: string;
                        /** @description Bytes. */
                        size: number;
                        content_type: string;
                        /** @enum {unknown} */
                        content_disposition: "attachment" | "inline";
                        content_id: string | null;
                        /**
                         * Format: uri
                         * @description Good until expires_at, without a key.
                         */
                        download_url: string;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
        };
    };
    "messages.attachments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a message's files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            filename: string;
                            /** @description Bytes. */
                            size: number;
                            content_type: string;
                            /** @enum {unknown} */
                            content_disposition: "attachment" | "inline";
                            content_id: string | null;
                            /**
                             * Format: uri
                             * @description Good until expires_at, without a key.
                             */
                            download_url: string;
                            /** Format: date-time */
                            expires_at: string;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor: string | null;
                    };
                };
            };
        };
    };
    "messages.attachments.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a message's file and a link to it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "attachment";
                        id: string;
                        filename: string;
                        /** @description Bytes. */
                        size: number;
                        content_type: string;
                        /** @enum {unknown} */
                        content_disposition: "attachment" | "inline";
                        content_id: string | null;
                        /**
                         * Format: uri
                         * @description Good until expires_at, without a key.
                         */
                        download_url: string;
                        /** Format: date-time */
                        expires_at: string;
                    };
                };
            };
        };
    };
    "emails.explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every decision on a message in sentences, and what happens next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "explanation";
                        id: string;
                        /** @enum {unknown} */
                        status: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
                        summary: string;
                        steps: {
                            /** Format: date-time */
                            at: string;
                            /** @description For programs: stable. */
                            code: string;
                            /** @description For people: may change. */
                            text: string;
                            /** @description Absent: it is about the whole message. */
                            recipient?: string;
                        }[];
                        next: {
                            /** Format: date-time */
                            at?: string;
                            /** @description For programs: stable. */
                            code: string;
                            /** @description For people: may change. */
                            text: string;
                            /** @description Absent: it is about the whole message. */
                            recipient?: string;
                        }[];
                    };
                };
            };
        };
    };
    "messages.explain": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every decision on a message in sentences, and what happens next */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "explanation";
                        id: string;
                        /** @enum {unknown} */
                        status: "scheduled" | "held" | "queued" | "deferred" | "accepted" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
                        summary: string;
                        steps: {
                            /** Format: date-time */
                            at: string;
                            /** @description For programs: stable. */
                            code: string;
                            /** @description For people: may change. */
                            text: string;
                            /** @description Absent: it is about the whole message. */
                            recipient?: string;
                        }[];
                        next: {
                            /** Format: date-time */
                            at?: string;
                            /** @description For programs: stable. */
                            code: string;
                            /** @description For people: may change. */
                            text: string;
                            /** @description Absent: it is about the whole message. */
                            recipient?: string;
                        }[];
                    };
                };
            };
        };
    };
    "templates.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            name: string;
                            alias: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "published";
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            /** Format: date-time */
                            published_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor?: string | null;
                    };
                };
            };
        };
    };
    "templates.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    alias?: string | null;
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    from?: string | null;
                    reply_to?: string[] | (string | null);
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Make a template; its first version is a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "templates.previewDraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                    values?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Render a template that is being written, and name all that is wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDraftPreview"];
                };
            };
        };
    };
    "templates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a template with its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                        name: string;
                        alias: string | null;
                        /** @enum {unknown} */
                        status: "draft" | "published";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        /** Format: date-time */
                        published_at: string | null;
                        current_version_id: string;
                        version: number;
                        published_version: number | null;
                        has_unpublished_versions: boolean;
                        from: string | null;
                        reply_to: string[] | null;
                        subject: string | null;
                        html: string | null;
                        text: string | null;
                        mjml: string | null;
                        blocks: components["schemas"]["MailBlocks"] | null;
                        variables: {
                            key: string;
                            /** @enum {unknown} */
                            type: "string" | "number" | "boolean" | "object" | "list";
                            fallback_value: unknown;
                        }[];
                    };
                };
            };
        };
    };
    "templates.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a template with its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "templates.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    alias?: string | null;
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    from?: string | null;
                    reply_to?: string[] | (string | null);
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Change a template's draft, or begin one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "templates.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string[] | string;
                    /** @description Of the template's variables. */
                    values?: {
                        [key: string]: unknown;
                    };
                    /** @description Unless given, the template's, or the account's own sender. */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Send the newest version, a draft too, to up to 5 addresses */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedEmail"];
                };
            };
        };
    };
    "templates.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make the draft what is sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "templates.duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Copy a template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "templates.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    variables?: {
                        [key: string]: unknown;
                    };
                    template_data?: {
                        [key: string]: unknown;
                    };
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Render a template with given values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template_preview";
                        id: string;
                        version: number;
                        from: string | null;
                        reply_to: string[];
                        subject: string | null;
                        html: string | null;
                        text: string | null;
                    };
                };
            };
        };
    };
    "templates.versions": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a template's versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "template_version";
                            id: string;
                            version: number;
                            /** @enum {unknown} */
                            status: "draft" | "published";
                            current: boolean;
                            subject: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            published_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor?: string | null;
                    };
                };
            };
        };
    };
    "templates.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one version of a template, by its number or id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateVersion"];
                };
            };
        };
    };
    "v1.templates.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            name: string;
                            alias: string | null;
                            /** @enum {unknown} */
                            status: "draft" | "published";
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            updated_at: string;
                            /** Format: date-time */
                            published_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor?: string | null;
                    };
                };
            };
        };
    };
    "v1.templates.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    alias?: string | null;
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    from?: string | null;
                    reply_to?: string[] | (string | null);
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Make a template; its first version is a draft */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "v1.templates.previewDraft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                    values?: {
                        [key: string]: unknown;
                    };
                };
            };
        };
        responses: {
            /** @description Render a template that is being written, and name all that is wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDraftPreview"];
                };
            };
        };
    };
    "v1.templates.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a template with its newest version */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                        name: string;
                        alias: string | null;
                        /** @enum {unknown} */
                        status: "draft" | "published";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        updated_at: string;
                        /** Format: date-time */
                        published_at: string | null;
                        current_version_id: string;
                        version: number;
                        published_version: number | null;
                        has_unpublished_versions: boolean;
                        from: string | null;
                        reply_to: string[] | null;
                        subject: string | null;
                        html: string | null;
                        text: string | null;
                        mjml: string | null;
                        blocks: components["schemas"]["MailBlocks"] | null;
                        variables: {
                            key: string;
                            /** @enum {unknown} */
                            type: "string" | "number" | "boolean" | "object" | "list";
                            fallback_value: unknown;
                        }[];
                    };
                };
            };
        };
    };
    "v1.templates.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a template with its versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "v1.templates.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    alias?: string | null;
                    subject?: string | null;
                    html?: string | null;
                    text?: string | null;
                    mjml?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    from?: string | null;
                    reply_to?: string[] | (string | null);
                    variables?: {
                        key?: string;
                        name?: string;
                        /** @enum {unknown} */
                        type?: "string" | "number" | "boolean" | "object" | "list";
                        fallback_value?: unknown;
                        default?: unknown;
                    }[] | null;
                };
            };
        };
        responses: {
            /** @description Change a template's draft, or begin one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "v1.templates.test": {
        parameters: {
            query?: never;
            header?: {
                /** @description Repeats with the same key and body within 24 hours get the first answer, with `Idempotent-Replayed: true`. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    to: string[] | string;
                    /** @description Of the template's variables. */
                    values?: {
                        [key: string]: unknown;
                    };
                    /** @description Unless given, the template's, or the account's own sender. */
                    from?: string;
                };
            };
        };
        responses: {
            /** @description Send the newest version, a draft too, to up to 5 addresses */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AcceptedMessage"];
                };
            };
        };
    };
    "v1.templates.publish": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Make the draft what is sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "v1.templates.duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Copy a template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template";
                        id: string;
                    };
                };
            };
        };
    };
    "v1.templates.preview": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    variables?: {
                        [key: string]: unknown;
                    };
                    template_data?: {
                        [key: string]: unknown;
                    };
                    version?: number;
                };
            };
        };
        responses: {
            /** @description Render a template with given values */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "template_preview";
                        id: string;
                        version: number;
                        from: string | null;
                        reply_to: string[];
                        subject: string | null;
                        html: string | null;
                        text: string | null;
                    };
                };
            };
        };
    };
    "v1.templates.versions": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a template's versions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "template_version";
                            id: string;
                            version: number;
                            /** @enum {unknown} */
                            status: "draft" | "published";
                            current: boolean;
                            subject: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            published_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor?: string | null;
                    };
                };
            };
        };
    };
    "v1.templates.version": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read one version of a template, by its number or id */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateVersion"];
                };
            };
        };
    };
    "images.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List images, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Image"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Of all images of the account; at most 200 MB. */
                        bytes: number;
                    };
                };
            };
        };
    };
    "images.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description Unless given, the file's. */
                    name?: string;
                    /** @description A PNG, JPEG, GIF or WebP image of at most 2 MB and 10,000 pixels a side. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Upload an image; the same bytes again are the same image */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
            /** @description Upload an image; the same bytes again are the same image */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
        };
    };
    "images.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an image's address and size */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Image"];
                };
            };
        };
    };
    "images.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove an image: mails that were sent show it no more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "image";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "suppressions.import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description A head with `email`, `reason`, `expires_at`, or these three in this order; up to 10000 rows. */
                    csv?: string;
                    suppressions?: {
                        email?: string;
                        reason?: string;
                        expires_at?: string;
                    }[];
                    /** @description Of rows that name none; `manual` unless given. */
                    reason?: string;
                };
            };
        };
        responses: {
            /** @description Put a list of addresses on the suppression list, and report the rows that are wrong */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SuppressionImport"];
                };
            };
        };
    };
    "suppressions.export": {
        parameters: {
            query?: {
                q?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                reason?: string;
                origin?: "bounce" | "complaint" | "manual";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The whole suppression list as CSV, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    "suppressions.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
                q?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                reason?: string;
                origin?: "bounce" | "complaint" | "manual";
                email?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the suppression list, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            /**
                             * @description Of the mail that it stops.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            email: string;
                            /** @enum {unknown} */
                            reason: "bounce" | "manual" | "unsubscribed" | "complaint";
                            /** @enum {unknown} */
                            origin: "bounce" | "complaint" | "manual";
                            /** @enum {unknown} */
                            source: "report" | "ses_list" | "api";
                            message_id: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            critical_after: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "suppressions.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    /** @description bounce, manual, unsubscribed, complaint, or a word of your own */
                    reason?: string;
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description Put an address on the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        email: string;
                        /** @enum {unknown} */
                        reason: "bounce" | "manual" | "unsubscribed" | "complaint";
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
            /** @description Put an address on the suppression list */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        email: string;
                        /** @enum {unknown} */
                        reason: "bounce" | "manual" | "unsubscribed" | "complaint";
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "suppressions.batch.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emails: string[];
                    /** @description bounce, manual, unsubscribed, complaint, or a word of your own */
                    reason?: string;
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description Put up to 100 addresses on the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            /**
                             * @description Of the mail that it stops.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            email: string;
                            /** @enum {unknown} */
                            reason: "bounce" | "manual" | "unsubscribed" | "complaint";
                            /** @enum {unknown} */
                            origin: "bounce" | "complaint" | "manual";
                            /** @enum {unknown} */
                            source: "report" | "ses_list" | "api";
                            message_id: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            critical_after: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "suppressions.batch.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    emails?: string[];
                    ids?: string[];
                    /**
                     * @description Needed to remove a complaint
                     * @constant
                     */
                    confirm?: "complaint";
                };
            };
        };
        responses: {
            /** @description Take up to 100 addresses off the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            email: string;
                            /** @constant */
                            deleted: true;
                        }[];
                    };
                };
            };
        };
    };
    "suppressions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an entry of the suppression list by its id or address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        email: string;
                        /** @enum {unknown} */
                        reason: "bounce" | "manual" | "unsubscribed" | "complaint";
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "suppressions.remove": {
        parameters: {
            query?: {
                /** @description Needed to remove a complaint */
                confirm?: "complaint";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an address off the suppression list; a complaint needs confirm=complaint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        email: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "v1.suppressions.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
                q?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                reason?: string;
                origin?: "bounce" | "complaint" | "manual";
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the suppression list, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            /**
                             * @description Of the mail that it stops.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            recipient: string;
                            reason: string;
                            /** @enum {unknown} */
                            origin: "bounce" | "complaint" | "manual";
                            /** @enum {unknown} */
                            source: "report" | "ses_list" | "api";
                            message_id: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            critical_after: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor: string | null;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "v1.suppressions.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipient: string;
                    /** @description bounce, manual, unsubscribed, complaint, or a word of your own */
                    reason?: string;
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description Put an address on the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
            /** @description Put an address on the suppression list */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "v1.suppressions.batch.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipients: string[];
                    /** @description bounce, manual, unsubscribed, complaint, or a word of your own */
                    reason?: string;
                    expires_at?: string;
                };
            };
        };
        responses: {
            /** @description Put up to 100 addresses on the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            /**
                             * @description Of the mail that it stops.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            recipient: string;
                            reason: string;
                            /** @enum {unknown} */
                            origin: "bounce" | "complaint" | "manual";
                            /** @enum {unknown} */
                            source: "report" | "ses_list" | "api";
                            message_id: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            critical_after: string | null;
                        }[];
                    };
                };
            };
        };
    };
    "v1.suppressions.batch.remove": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipients?: string[];
                    ids?: string[];
                    /**
                     * @description Needed to remove a complaint
                     * @constant
                     */
                    confirm?: "complaint";
                };
            };
        };
        responses: {
            /** @description Take up to 100 addresses off the suppression list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            /** @constant */
                            object: "suppression";
                            id: string;
                            recipient: string;
                            /** @constant */
                            deleted: true;
                        }[];
                    };
                };
            };
        };
    };
    "v1.suppressions.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an entry of the suppression list by its id or address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "v1.suppressions.remove": {
        parameters: {
            query?: {
                /** @description Needed to remove a complaint */
                confirm?: "complaint";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an address off the suppression list; a complaint needs confirm=complaint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "suppression";
                        id: string;
                        recipient: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "v1.unsubscribes.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
                q?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                recipient?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List who wants no more mail, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "unsubscribe";
                            id: string;
                            /**
                             * @description Of the mail that it stops.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            recipient: string;
                            reason: string;
                            /** @enum {unknown} */
                            origin: "bounce" | "complaint" | "manual";
                            /** @enum {unknown} */
                            source: "report" | "ses_list" | "api";
                            message_id: string | null;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            expires_at: string | null;
                            /** Format: date-time */
                            critical_after: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                        /** @description Goes into `after`; null at the end. */
                        next_cursor: string | null;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "v1.unsubscribes.add": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    recipient: string;
                    /** @description bounce, manual, unsubscribed, complaint, or a word of your own */
                    reason?: string;
                    message_id?: string;
                };
            };
        };
        responses: {
            /** @description Write down that somebody wants no more mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "unsubscribe";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
            /** @description Write down that somebody wants no more mail */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "unsubscribe";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "v1.unsubscribes.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an unsubscribe by its id or address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "unsubscribe";
                        id: string;
                        /**
                         * @description Of the mail that it stops.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        recipient: string;
                        reason: string;
                        /** @enum {unknown} */
                        origin: "bounce" | "complaint" | "manual";
                        /** @enum {unknown} */
                        source: "report" | "ses_list" | "api";
                        message_id: string | null;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        expires_at: string | null;
                        /** Format: date-time */
                        critical_after: string | null;
                    };
                };
            };
        };
    };
    "v1.unsubscribes.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an unsubscribe back: the person wants mail again */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "unsubscribe";
                        id: string;
                        recipient: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "domains.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List domains */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "domain";
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            status: "pending" | "verified" | "failed";
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            verified_at: string | null;
                            /** Format: date-time */
                            checked_at: string | null;
                            region: string;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "domains.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    custom_return_path?: string;
                    /** @description Taken, and without effect yet. */
                    region?: unknown;
                    /** @description Taken, and without effect yet. */
                    open_tracking?: unknown;
                    /** @description Taken, and without effect yet. */
                    click_tracking?: unknown;
                    /** @description Taken, and without effect yet. */
                    tracking_subdomain?: unknown;
                    /** @description Taken, and without effect yet. */
                    tls?: unknown;
                    /** @description Taken, and without effect yet. */
                    capabilities?: unknown;
                };
            };
        };
        responses: {
            /** @description Add a domain and get the DNS records to publish for it */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "domain";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        status: "pending" | "verified" | "failed";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        verified_at: string | null;
                        /** Format: date-time */
                        checked_at: string | null;
                        region: string;
                        records: {
                            /** @enum {unknown} */
                            record: "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
                            name: string;
                            /** @enum {unknown} */
                            type: "TXT" | "CNAME" | "MX";
                            value: string;
                            /** @constant */
                            ttl: "Auto";
                            /** @enum {unknown} */
                            status: "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
                            priority?: number;
                        }[];
                        /** @description The records as lines of a zone file, to be pasted in one piece. */
                        zone_file: string;
                    };
                };
            };
        };
    };
    "domains.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get a domain with its DNS records and their state */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "domain";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        status: "pending" | "verified" | "failed";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        verified_at: string | null;
                        /** Format: date-time */
                        checked_at: string | null;
                        region: string;
                        records: {
                            /** @enum {unknown} */
                            record: "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
                            name: string;
                            /** @enum {unknown} */
                            type: "TXT" | "CNAME" | "MX";
                            value: string;
                            /** @constant */
                            ttl: "Auto";
                            /** @enum {unknown} */
                            status: "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
                            priority?: number;
                        }[];
                        /** @description The records as lines of a zone file, to be pasted in one piece. */
                        zone_file: string;
                    };
                };
            };
        };
    };
    "domains.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete a domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "domain";
                        id: string;
                        /** @constant */
                        deleted?: true;
                    };
                };
            };
        };
    };
    "domains.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Taken, and without effect yet. */
                    open_tracking?: unknown;
                    /** @description Taken, and without effect yet. */
                    click_tracking?: unknown;
                    /** @description Taken, and without effect yet. */
                    tracking_subdomain?: unknown;
                    /** @description Taken, and without effect yet. */
                    tls?: unknown;
                    /** @description Taken, and without effect yet. */
                    capabilities?: unknown;
                };
            };
        };
        responses: {
            /** @description Update a domain */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "domain";
                        id: string;
                        /** @constant */
                        deleted?: true;
                    };
                };
            };
        };
    };
    "domains.verify": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at a domain's DNS records now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "domain";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        status: "pending" | "verified" | "failed";
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        verified_at: string | null;
                        /** Format: date-time */
                        checked_at: string | null;
                        region: string;
                        records: {
                            /** @enum {unknown} */
                            record: "Ownership" | "Verification" | "DKIM" | "SPF" | "DMARC";
                            name: string;
                            /** @enum {unknown} */
                            type: "TXT" | "CNAME" | "MX";
                            value: string;
                            /** @constant */
                            ttl: "Auto";
                            /** @enum {unknown} */
                            status: "not_started" | "pending" | "verified" | "failed" | "temporary_failure";
                            priority?: number;
                        }[];
                        /** @description The records as lines of a zone file, to be pasted in one piece. */
                        zone_file: string;
                    };
                };
            };
        };
    };
    "apiKeys.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List API keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @constant */
                            object: "api_key";
                            id: string;
                            name: string;
                            /** @enum {unknown} */
                            permission: "send_only" | "full";
                            /** @enum {unknown} */
                            mode: "live" | "test";
                            domains: string[];
                            rate_limit: number | null;
                            hint: string;
                            /** Format: date-time */
                            created_at: string;
                            /** Format: date-time */
                            last_used_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "apiKeys.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @enum {unknown} */
                    permission?: "full" | "send_only" | "full_access" | "sending_access";
                    /** @enum {unknown} */
                    mode?: "live" | "test";
                    domain_id?: string;
                    domains?: string[];
                    rate_limit?: number;
                };
            };
        };
        responses: {
            /** @description Make an API key; its token is shown only here */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "api_key";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        permission: "send_only" | "full";
                        /** @enum {unknown} */
                        mode: "live" | "test";
                        domains: string[];
                        rate_limit: number | null;
                        hint: string;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_used_at: string | null;
                        token: string;
                    };
                };
            };
        };
    };
    "apiKeys.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an API key */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "api_key";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        permission: "send_only" | "full";
                        /** @enum {unknown} */
                        mode: "live" | "test";
                        domains: string[];
                        rate_limit: number | null;
                        hint: string;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_used_at: string | null;
                    };
                };
            };
        };
    };
    "apiKeys.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Revoke an API key at once */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "api_key";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "apiKeys.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    rate_limit?: number | null;
                };
            };
        };
        responses: {
            /** @description Rename an API key or set its rate limit */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "api_key";
                        id: string;
                        name: string;
                        /** @enum {unknown} */
                        permission: "send_only" | "full";
                        /** @enum {unknown} */
                        mode: "live" | "test";
                        domains: string[];
                        rate_limit: number | null;
                        hint: string;
                        /** Format: date-time */
                        created_at: string;
                        /** Format: date-time */
                        last_used_at: string | null;
                    };
                };
            };
        };
    };
    "account.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get the account with its standing */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    "account.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description false: content is erased as soon as a message is settled. */
                    keep_content?: boolean;
                    /**
                     * @description What becomes of mail of which nobody knows whether SES took it: sent again, or given up.
                     * @enum {unknown}
                     */
                    unknown_policy?: "resend" | "fail";
                    /**
                     * @description IANA name: in which `scheduled_at` in plain words is meant.
                     * @example Europe/Berlin
                     */
                    timezone?: string;
                    /** @description How the account looks on the pages that its readers see. What is absent stays. */
                    brand?: {
                        /** @description Null: the account's name. */
                        name?: string | null;
                        /** @description `#rrggbb`; text on it is black or white, whichever can be read. Null: ours. */
                        color?: string | null;
                        /** @description A PNG, JPEG, WebP or GIF of at most 256 KB, in base64. Null takes it away. */
                        logo?: string | null;
                    };
                };
            };
        };
        responses: {
            /** @description Change the account's settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
        };
    };
    "account.brand_preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Null: the account's name. */
                    name?: string | null;
                    /** @description `#rrggbb`; text on it is black or white, whichever can be read. Null: ours. */
                    color?: string | null;
                    /** @description A PNG, JPEG, WebP or GIF of at most 256 KB, in base64. Null takes it away. */
                    logo?: string | null;
                    /**
                     * @description Of the page; English unless said otherwise.
                     * @enum {unknown}
                     */
                    language?: "en" | "de" | "fr" | "es" | "ja";
                };
            };
        };
        responses: {
            /** @description The page behind unsubscribe links as it would look, before anything is changed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrandPreview"];
                };
            };
        };
    };
    "account.suspensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account's suspensions, with what each rested on and its appeals; the latest 50 */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Suspension"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "account.appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description What you send, to whom, and why the suspension is wrong. */
                    message: string;
                };
            };
        };
        responses: {
            /** @description Appeal against the account's suspension */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Appeal"];
                };
            };
        };
    };
    "account.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Let a paused key or template go on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "pause";
                        id: string;
                        /** @constant */
                        resumed: true;
                    };
                };
            };
        };
    };
    "account.export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A link to everything the account has, live and test, as JSON lines */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountExport"];
                };
            };
        };
    };
    "account.erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The account's e-mail address: nothing is erased without it. */
                    confirm: string;
                };
            };
        };
        responses: {
            /** @description Erase the account for good: its keys are revoked and its content is unreadable at once */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountErasure"];
                };
            };
        };
    };
    "alerts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description `open`: nobody has acknowledged it. `acknowledged`: open, and somebody looks after it. */
                status?: "open" | "acknowledged" | "closed";
                kind?: "volume" | "bounce_rate" | "complaint_rate" | "deferrals" | "webhook_failing" | "key_network";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the account's alerts, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Alert"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "alerts.rules.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Which rules the account's alerts come from, and what each may be set to */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["AlertRule"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "alerts.rules.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    volume?: {
                        enabled?: boolean;
                        /** @description In times. */
                        threshold?: number;
                    };
                    bounce_rate?: {
                        enabled?: boolean;
                        /** @description In percent. */
                        threshold?: number;
                    };
                    complaint_rate?: {
                        enabled?: boolean;
                        /** @description In percent. */
                        threshold?: number;
                    };
                    deferrals?: {
                        enabled?: boolean;
                        /** @description In percent. */
                        threshold?: number;
                    };
                    webhook_failing?: {
                        enabled?: boolean;
                        /** @description In minutes. */
                        threshold?: number;
                    };
                    key_network?: {
                        enabled?: boolean;
                    };
                };
            };
        };
        responses: {
            /** @description Switch rules on or off, or set their thresholds */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["AlertRule"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "alerts.mail.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether the account's alerts are mailed to you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "alert_mail";
                        /** @description Whether alerts of this account are mailed to you. */
                        wanted: boolean;
                        /** @description False: your role decides. Owners and admins get it. */
                        chosen: boolean;
                    };
                };
            };
        };
    };
    "alerts.mail.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    wanted: boolean;
                };
            };
        };
        responses: {
            /** @description Choose whether the account's alerts are mailed to you */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "alert_mail";
                        /** @description Whether alerts of this account are mailed to you. */
                        wanted: boolean;
                        /** @description False: your role decides. Owners and admins get it. */
                        chosen: boolean;
                    };
                };
            };
        };
    };
    "alerts.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an alert */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
        };
    };
    "alerts.acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Say that you look after an alert; it closes by itself all the same */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alert"];
                };
            };
        };
    };
    "analytics.get": {
        parameters: {
            query?: {
                /** @description ISO 8601, a day or a time with a zone; 6 days before `to` unless given. Times count in whole quarters of an hour. */
                from?: string;
                /** @description Likewise, not included; now unless given, and never later. */
                to?: string;
                /** @description Tells periods apart. By the hour a span may have 31 days, otherwise 400. */
                interval?: "hour" | "day" | "week" | "month";
                /** @description Tells messages apart, in each period. */
                group_by?: "domain" | "tag" | "template" | "provider" | "priority";
                /** @description IANA, such as `Asia/Kolkata`: whose days are meant, UTC unless given. */
                timezone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Count what became of messages, by time and by one dimension */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Analytics"];
                };
            };
        };
    };
    "contacts.imports.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                status?: "queued" | "in_progress" | "completed" | "failed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List imports, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ContactImport"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "contacts.imports.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** @description JSON: which column is what, by the first line of the file. Absent: by equal names. Given: what it names, and nothing else. */
                    column_map?: {
                        /** @description Absent: the column email. */
                        email?: string;
                        first_name?: string;
                        last_name?: string;
                        /** @description Of true or false. Who is unsubscribed there gets no mail that one can leave; nobody comes back by it. */
                        unsubscribed?: string;
                        /** @description By the keys of contact properties. */
                        properties?: {
                            [key: string]: {
                                column: string;
                                /**
                                 * @description As the property is; boolean is string.
                                 * @enum {unknown}
                                 */
                                type?: "string" | "number" | "boolean";
                            };
                        };
                    };
                    /**
                     * @description Of contacts that are there: `upsert` (if absent) writes what the row has, `skip` leaves them alone.
                     * @enum {unknown}
                     */
                    on_conflict?: "upsert" | "skip";
                    /** @description JSON: the segments that the contacts are put in. */
                    segments?: {
                        id: string;
                    }[];
                    /** @description JSON: chosen for the contacts. `opt_in` brings nobody back who left the topic. */
                    topics?: components["schemas"]["TopicChoice"][];
                    /** @description CSV in UTF-8 of at most 200 MB, parted by commas, semicolons or tabs; its first line names the columns. */
                    file: string;
                };
            };
        };
        responses: {
            /** @description Read contacts in from a CSV file */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact_import";
                        id: string;
                    };
                };
            };
        };
    };
    "contacts.imports.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read how far an import is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactImport"];
                };
            };
        };
    };
    "contacts.imports.errors": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The rows of an import that are not taken, as CSV */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    "contacts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description Only contacts of this segment. */
                segment_id?: string;
                email?: string;
                /** @description Part of the address or of a name. */
                q?: string;
                unsubscribed?: "true" | "false";
                /** @description `pending`: has yet to confirm. */
                state?: "confirmed" | "pending";
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List contacts, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedContact"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "contacts.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    first_name?: string;
                    last_name?: string;
                    /** @description Whether it gets no bulk mail and no mail of topics. */
                    unsubscribed?: boolean;
                    /** @description Values by the keys of contact properties; null takes one away. */
                    properties?: {
                        [key: string]: string | number | boolean | null;
                    };
                    segments?: {
                        id: string;
                    }[];
                    topics?: components["schemas"]["TopicChoice"][];
                    /** @description The contact is pending until the owner of the address follows the link in a mail. */
                    double_opt_in?: boolean | {
                        /** @description A published template, by id or alias, with the link as `{{ confirm_url }}`; a mail of ours in five languages without it. */
                        template?: string;
                        /** @description The account's sender unless said otherwise. */
                        from?: string;
                        /**
                         * Format: uri
                         * @description Where whoever has confirmed is led; a page of ours without it.
                         */
                        redirect_url?: string;
                        /**
                         * @description Of our mail; English unless said otherwise.
                         * @enum {unknown}
                         */
                        language?: "en" | "de" | "fr" | "es" | "ja";
                        topics?: {
                            id: string;
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Make a contact, or change the one of this address; with double_opt_in once its owner confirms */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
            /** @description Make a contact, or change the one of this address; with double_opt_in once its owner confirms */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
        };
    };
    "contacts.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a contact by its id or address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    "contacts.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a contact; what it chose about mail is kept */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                        /** @description The same id. */
                        contact: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "contacts.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null takes it away. */
                    first_name?: string | null;
                    last_name?: string | null;
                    /** @description Whether it gets no bulk mail and no mail of topics. */
                    unsubscribed?: boolean;
                    /** @description Values by the keys of contact properties; null takes one away. */
                    properties?: {
                        [key: string]: string | number | boolean | null;
                    };
                    topics?: components["schemas"]["TopicChoice"][];
                };
            };
        };
        responses: {
            /** @description Change a contact; what is absent stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
        };
    };
    "contacts.topics.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List all topics, and whether the contact gets their mail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ContactTopic"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "contacts.topics.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TopicChoice"][] | {
                    topics: components["schemas"]["TopicChoice"][];
                };
            };
        };
        responses: {
            /** @description Choose for a contact which topics' mail it gets */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
        };
    };
    "forms.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List forms, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Form"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "forms.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Of its mail; null: the account's sender. */
                    from?: string | null;
                    /** @description A published template, by id or alias, with the link as `{{ confirm_url }}`; a mail of ours in five languages without it. */
                    template?: string | null;
                    /** @description Lists that whoever confirms is put in. */
                    segments?: {
                        id: string;
                    }[];
                    /** @description Whose mail whoever confirms gets. */
                    topics?: {
                        id: string;
                    }[];
                    /** @description What it takes beside `email`: `first_name`, `last_name`, and keys of contact properties. */
                    fields?: string[];
                    /**
                     * Format: uri
                     * @description Where whoever has confirmed is led; a page of ours without it.
                     */
                    redirect_url?: string | null;
                    /** @description Web sites that may post to it; none: any. */
                    allowed_origins?: string[];
                };
            };
        };
        responses: {
            /** @description Make a form that people sign up by */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
        };
    };
    "forms.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a form */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
        };
    };
    "forms.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a form; who signed up by it can still confirm */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "form";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "forms.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    /** @description Of its mail; null: the account's sender. */
                    from?: string | null;
                    /** @description A published template, by id or alias, with the link as `{{ confirm_url }}`; a mail of ours in five languages without it. */
                    template?: string | null;
                    /** @description Lists that whoever confirms is put in. */
                    segments?: {
                        id: string;
                    }[];
                    /** @description Whose mail whoever confirms gets. */
                    topics?: {
                        id: string;
                    }[];
                    /** @description What it takes beside `email`: `first_name`, `last_name`, and keys of contact properties. */
                    fields?: string[];
                    /**
                     * Format: uri
                     * @description Where whoever has confirmed is led; a page of ours without it.
                     */
                    redirect_url?: string | null;
                    /** @description Web sites that may post to it; none: any. */
                    allowed_origins?: string[];
                };
            };
        };
        responses: {
            /** @description Change a form; what is absent stays */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Form"];
                };
            };
        };
    };
    "segments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List segments, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Segment"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "segments.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    rule?: components["schemas"]["NewSegmentRule"];
                };
            };
        };
        responses: {
            /** @description Make a segment */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    "segments.preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rule: components["schemas"]["NewSegmentRule"];
                };
            };
        };
        responses: {
            /** @description Count the contacts that a rule holds of */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "segment_preview";
                        count: number;
                    };
                };
            };
        };
    };
    "segments.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a segment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    "segments.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a segment; its contacts stay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "segment";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "segments.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    rule?: components["schemas"]["NewSegmentRule"];
                };
            };
        };
        responses: {
            /** @description Name a segment anew, or give one that follows a rule another */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
        };
    };
    "segments.contacts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a segment's contacts, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedContact"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "contacts.segments.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the segments that a contact is in */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Segment"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "contacts.segments.add": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Put a contact in a segment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "segment";
                        id: string;
                    };
                };
            };
        };
    };
    "contacts.segments.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take a contact out of a segment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** @description The segment. */
                        audienceId: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "topics.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List all topics, the oldest first, as people choose among them */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Topic"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "topics.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    /** @description Stands below the name where people choose. */
                    description?: string;
                    /**
                     * @description Of those who never chose; it cannot be changed.
                     * @enum {unknown}
                     */
                    default_subscription: "opt_in" | "opt_out";
                };
            };
        };
        responses: {
            /** @description Make a topic */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
        };
    };
    "topics.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a topic */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
        };
    };
    "topics.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a topic; its mail on its way still goes only to those who get it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "topic";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "topics.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description The topic's own, as the SDK sends it along. */
                    id?: string;
                    name?: string;
                    description?: string;
                };
            };
        };
        responses: {
            /** @description Name or describe a topic anew */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Topic"];
                };
            };
        };
    };
    "contactProperties.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List contact properties, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ContactProperty"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "contactProperties.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example plan */
                    key: string;
                    /** @enum {unknown} */
                    type: "string" | "number";
                    /** @description Of contacts without a value. */
                    fallback_value?: string | number | null;
                };
            };
        };
        responses: {
            /** @description Make a contact property */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactProperty"];
                };
            };
        };
    };
    "contactProperties.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a contact property */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactProperty"];
                };
            };
        };
    };
    "contactProperties.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a contact property */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact_property";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "contactProperties.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of contacts without a value. */
                    fallback_value?: string | number | null;
                };
            };
        };
        responses: {
            /** @description Change what stands in for a missing value */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactProperty"];
                };
            };
        };
    };
    "audiences.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List segments, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Audience"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "audiences.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                };
            };
        };
        responses: {
            /** @description Make a segment, as older SDKs do */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
        };
    };
    "audiences.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a segment, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Audience"];
                };
            };
        };
    };
    "audiences.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a segment, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "audience";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "audiences.contacts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List a segment's contacts, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedContact"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "audiences.contacts.create": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    email: string;
                    first_name?: string;
                    last_name?: string;
                    /** @description Whether it gets no bulk mail and no mail of topics. */
                    unsubscribed?: boolean;
                    /** @description Values by the keys of contact properties; null takes one away. */
                    properties?: {
                        [key: string]: string | number | boolean | null;
                    };
                    segments?: {
                        id: string;
                    }[];
                    topics?: components["schemas"]["TopicChoice"][];
                };
            };
        };
        responses: {
            /** @description Make a contact in a segment, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
            /** @description Make a contact in a segment, as older SDKs do */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
        };
    };
    "audiences.contacts.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a contact, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    "audiences.contacts.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a contact that is in a segment, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                        /** @description The same id. */
                        contact: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "audiences.contacts.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description null takes it away. */
                    first_name?: string | null;
                    last_name?: string | null;
                    /** @description Whether it gets no bulk mail and no mail of topics. */
                    unsubscribed?: boolean;
                    /** @description Values by the keys of contact properties; null takes one away. */
                    properties?: {
                        [key: string]: string | number | boolean | null;
                    };
                    topics?: components["schemas"]["TopicChoice"][];
                };
            };
        };
        responses: {
            /** @description Change a contact, as older SDKs do */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "contact";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List broadcasts, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedBroadcast"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "broadcasts.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBroadcast"];
            };
        };
        responses: {
            /** @description Make a broadcast: a draft, or one that is sent */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a broadcast and what became of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Broadcast"];
                };
            };
        };
    };
    "broadcasts.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a draft, or what is over; its mails stay */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "broadcasts.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description For you alone. */
                    name?: string;
                    /** @description Whose contacts are to get it. */
                    segment_id?: string | null;
                    /** @description An older name of `segment_id`. */
                    audience_id?: string | null;
                    /** @description What it is about: who left that does not get it. */
                    topic_id?: string | null;
                    /** @description Null: a draft has none yet. */
                    from?: string | null;
                    reply_to?: string[] | (string | null);
                    /** @description Liquid, as `html` and `text` are. */
                    subject?: string;
                    /** @description What mail programs show beside the subject. */
                    preview_text?: string | null;
                    /** @description Values of its reader: `{{ first_name | default: 'there' }}`, `{{{contact.plan|free}}}`. */
                    html?: string | null;
                    /** @description What `html` is made of, in its place, as `MailBlocks` has it: docs/templates.md, "Blocks". */
                    blocks?: {
                        [key: string]: unknown;
                    } | null;
                    /** @description Made of `html` unless given. */
                    text?: string | null;
                    /** @description Mails an hour; null: as fast as mail goes. */
                    per_hour?: number | null;
                    /** @description A second subject, tried against the first. */
                    subject_test?: {
                        /** @description The second one. Liquid. */
                        subject: string;
                        /**
                         * @description Of the contacts: one half of them gets `subject`, one half this one; with 100 there is no rest.
                         * @default 20
                         */
                        percent?: number;
                        /**
                         * @description From the last mail of the test until the rest gets the better one.
                         * @default 4
                         */
                        hours?: number;
                        /**
                         * @description What is better: the larger share of the mails delivered that people opened, or clicked in.
                         * @default opened
                         * @enum {unknown}
                         */
                        by?: "opened" | "clicked";
                    } | null;
                    /** @description Of the segment's contacts only those that none of these broadcasts, which are over, reached. */
                    not_reached_by?: string[];
                };
            };
        };
        responses: {
            /** @description Change a draft */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description For those alone whom this broadcast did not reach. */
                    not_reached?: boolean;
                };
            };
        };
        responses: {
            /** @description Make a draft with the same words */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.send": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /** @description ISO 8601 with a zone, or English such as `in 5 minutes` and `tomorrow at 9am` in the account's `timezone`; up to 28 days ahead. */
                    scheduled_at?: string;
                };
            };
        };
        responses: {
            /** @description Send a draft, now or at a time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.pause": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Pause a broadcast: nothing more of it is sent until it is resumed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.resume": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Have a paused broadcast go on where it stood */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.decide": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description `a`: `subject`; `b`: that of `subject_test`. The better one unless given.
                     * @enum {unknown}
                     */
                    winner?: "a" | "b";
                };
            };
        };
        responses: {
            /** @description End the wait of a test of two subjects: the rest gets this one, or the one that does better by now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.cancel": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cancel a broadcast: a draft again, where it has not begun */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "broadcast";
                        id: string;
                    };
                };
            };
        };
    };
    "broadcasts.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description At most 5 addresses. */
                    to: string[] | string;
                    /** @description Id or address of the contact whose values it has. */
                    contact?: string;
                    /**
                     * @description `b`: with the subject of `subject_test`.
                     * @enum {unknown}
                     */
                    variant?: "a" | "b";
                };
            };
        };
        responses: {
            /** @description Send what a contact would get to a few addresses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: {
                            id: string;
                        }[];
                    };
                };
            };
        };
    };
    "broadcasts.preview": {
        parameters: {
            query?: {
                /** @description Id or address of a contact; a sample reader unless given. */
                contact?: string;
                /** @description `b`: with the subject of `subject_test`. */
                variant?: "a" | "b";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at what a contact would get */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BroadcastPreview"];
                };
            };
        };
    };
    "broadcasts.checks": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Look at what stands in the way of a broadcast, and what to do about it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["BroadcastCheck"][];
                    };
                };
            };
        };
    };
    "broadcasts.recipients": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                type?: "sent" | "delivered" | "opened" | "clicked" | "bounced" | "complained" | "unsubscribed" | "suppressed" | "failed";
                email?: string;
                /** @description With `type=bounced`. */
                bounce_type?: "permanent" | "transient" | "undetermined";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the recipients of which something is so, the last mail first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["BroadcastRecipient"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "broadcasts.clickedLinks": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the links that people followed, the most followed first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ClickedLink"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "overview.get": {
        parameters: {
            query?: {
                /** @description ISO 8601 with a zone, or a day in UTC: the beginning, widened to a whole hour or day in UTC; 7 days before `to` unless given. */
                from?: string;
                /** @description The end, likewise; now unless given. */
                to?: string;
                /** @description At most 31 days by the hour, 92 by the day; by itself hours up to two days. */
                interval?: "hour" | "day";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What became of the mail, and what needs somebody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
        };
    };
    "sandbox.emails.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                status?: "scheduled" | "held" | "queued" | "sending" | "deferred" | "sent" | "complained" | "bounced" | "failed" | "delivered" | "suppressed" | "cancelled";
                /** @description Any of the recipients. */
                recipient?: string;
                sender?: string;
                /** @description `name:value` */
                tag?: string;
                /** @description `name:value` */
                metadata?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                /** @description Part of the subject. */
                q?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the messages whose mail the sandbox takes, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedSandboxEmail"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "sandbox.emails.get": {
        parameters: {
            query?: {
                /** @description One of its recipients; unless given, the first that was sent to. */
                recipient?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a mail as its recipient sees it, with its links and List-Unsubscribe looked at */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxEmail"];
                };
            };
        };
    };
    "webhooks.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List endpoints of the key's mode, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
        };
    };
    "webhooks.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description Register an endpoint for mail of the key's mode */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
        };
    };
    "webhooks.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read an endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    "webhooks.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Delete an endpoint; what was on its way to it is dropped */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeletedWebhook"];
                };
            };
        };
    };
    "webhooks.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    endpoint?: string;
                    events?: components["schemas"]["WebhookEvent"][];
                    /** @enum {unknown} */
                    status?: "enabled" | "disabled";
                };
            };
        };
        responses: {
            /** @description Change an endpoint's address, events or status */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    "webhooks.rotateSigningSecret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    expire_now?: boolean;
                };
            };
        };
        responses: {
            /** @description Replace an endpoint's signing secret */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "webhook";
                        id: string;
                        signing_secret: string;
                    };
                };
            };
        };
    };
    "webhooks.test": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    event?: components["schemas"]["WebhookEvent"];
                };
            };
        };
        responses: {
            /** @description Tell an endpoint of an event that never happened; unless named, one that it is told of */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "webhook_event";
                        /** @description `evt_…`, among the endpoint's events. */
                        id: string;
                        type: string;
                        /** @constant */
                        test: true;
                    };
                };
            };
        };
    };
    "webhooks.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description ISO 8601 with a zone, or a day in UTC: what failed of what happened from then on. */
                    since: string;
                };
            };
        };
        responses: {
            /** @description Tell an endpoint once more all that it did not take since a time */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "webhook_replay";
                        /** @description Of the endpoint. */
                        id: string;
                        /** @description At most 1,000 at once, the oldest first. */
                        replayed: number;
                        /** @description Ask again for what is left. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "webhooks.events.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                status?: "pending" | "attempting" | "success" | "failed";
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List what an endpoint was told */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            /** @description Also the webhook-id of its requests. */
                            id: string;
                            type: string;
                            /** @description Made up, for trying the endpoint. */
                            test: boolean;
                            /**
                             * @description Of the key that registered the endpoint: it is told of mail of this mode.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            /** Format: date-time */
                            created_at: string;
                            /** @enum {unknown} */
                            status: "pending" | "attempting" | "success" | "failed";
                            /** Format: date-time */
                            next_attempt_at: string | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                    "text/csv": string;
                };
            };
        };
    };
    "webhooks.events.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Get an event with its payload */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "webhook_event";
                        /** @description Also the webhook-id of its requests. */
                        id: string;
                        type: string;
                        /** @description Made up, for trying the endpoint. */
                        test: boolean;
                        /**
                         * @description Of the key that registered the endpoint: it is told of mail of this mode.
                         * @enum {unknown}
                         */
                        mode: "live" | "test";
                        /** Format: date-time */
                        created_at: string;
                        /** @enum {unknown} */
                        status: "pending" | "attempting" | "success" | "failed";
                        /** Format: date-time */
                        next_attempt_at: string | null;
                        /** @description The body of its requests. */
                        payload: {
                            [key: string]: unknown;
                        } | null;
                    };
                };
            };
        };
    };
    "webhooks.events.replay": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tell an endpoint once more */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "webhook_event";
                        id: string;
                    };
                };
            };
        };
    };
    "webhooks.events.attempts": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path: {
                id: string;
                part: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the tries to tell an endpoint */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: {
                            id: string;
                            /**
                             * @description Of the key that registered the endpoint: it is told of mail of this mode.
                             * @enum {unknown}
                             */
                            mode: "live" | "test";
                            /** @description Null: no answer came. */
                            http_status_code: number | null;
                            /** @description The first 4 KB of the answer. */
                            response: string | null;
                            /** @description Why it was not taken, where no answer says so. */
                            error: string | null;
                            duration_ms: number;
                            /** Format: date-time */
                            sent_at: string;
                            /** @description Null: it was sent before requests were kept. */
                            request: {
                                url: string;
                                /** @description As they were sent. */
                                headers: {
                                    [key: string]: unknown;
                                };
                                /** @description Made from what is known now; null once that is erased. */
                                body: string | null;
                            } | null;
                        }[];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "events.stream": {
        parameters: {
            query?: {
                /** @description Names of events, separated by commas. All of them, unless some are named. */
                events?: string;
                /** @description As `Last-Event-ID`, for clients that cannot set headers. */
                last_event_id?: string;
            };
            header?: {
                /** @description The id of the last event that was received: the stream goes on after it, and may repeat some. At most 3 days old. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Follow events as they happen, as server-sent events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    "logs.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
                /** @description A status, or a class of them: `404`, `4xx`. */
                status?: string;
                method?: "GET" | "POST" | "PATCH" | "DELETE" | "PUT" | "HEAD" | "OPTIONS";
                /** @description A route (`/api/v1/emails/:id`), or how a path begins. */
                endpoint?: string;
                /** @description Calls of this key. */
                api_key_id?: string;
                /** @description Calls that made, read or changed this message. */
                message_id?: string;
                /** @description As `X-Request-Id` says it. */
                request_id?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_after?: string;
                /** @description ISO 8601 with a zone, or a day in UTC. */
                created_before?: string;
                /** @description `csv`: text/csv of up to 10,000 rows, whatever `limit` says, as with `Accept: text/csv`. `X-Truncated: true` says that there are more, and `X-Next-After` what goes into `after` for them. */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List calls of the API in the key's mode, of both surfaces, newest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LogList"];
                    "text/csv": string;
                };
            };
        };
    };
    "logs.get": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Read a call, with what is kept of its bodies */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Log"];
                };
            };
        };
    };
    "members.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the account's members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Member"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "members.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Remove a member, from the next request on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "member";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "members.update": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {unknown} */
                    role: "owner" | "admin" | "developer" | "viewer";
                };
            };
        };
        responses: {
            /** @description Give a member another role, from the next request on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    "invitations.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List invitations that were not accepted */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["Invitation"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "invitations.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example ada@acme.example */
                    email: string;
                    /** @enum {unknown} */
                    role: "owner" | "admin" | "developer" | "viewer";
                };
            };
        };
        responses: {
            /** @description Invite an address by mail; an earlier invitation of it is void then */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
        };
    };
    "invitations.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Take an invitation back */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "invitation";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "auditLog.list": {
        parameters: {
            query?: {
                limit?: number;
                /** @description An id: the page of what is older than it. */
                after?: string;
                /** @description An id: the page of what is newer than it. Not together with `after`. */
                before?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What people and operators did in the account */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["AuditEntry"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "session.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who is signed in, with the token for writes and the accounts there are */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    "session.update": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example Ada Lovelace */
                    name: string;
                };
            };
        };
        responses: {
            /** @description Change the user's name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    "sessions.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description List the user's sessions; a hundred at most */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "list";
                        data: components["schemas"]["ListedSession"][];
                        /** @description Whether there is more in the direction of the page. */
                        has_more: boolean;
                    };
                };
            };
        };
    };
    "sessions.remove": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description End a session, from the next request on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "listed_session";
                        id: string;
                        /** @constant */
                        deleted: true;
                    };
                };
            };
        };
    };
    "signInMethods.get": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How people sign in here */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
        };
    };
    "signUp.create": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @example ada@acme.example */
                    email: string;
                    /** @example correct horse battery */
                    password: string;
                    /** @example Ada Lovelace */
                    name: string;
                    /**
                     * @example Ada Lovelace
                     * @example Acme
                     */
                    account_name: string;
                };
            };
        };
        responses: {
            /** @description Ask for a user and an account, made once the address is confirmed by mail */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "sign_up";
                        /**
                         * @description Whether or not the address has a user.
                         * @constant
                         */
                        status: "check_mail";
                    };
                };
            };
        };
    };
    "signUp.confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the link. */
                    token: string;
                };
            };
        };
        responses: {
            /** @description Confirm an address by the token of its link */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "signed_up";
                        account_id: string;
                        email: string;
                    };
                };
            };
        };
    };
    "invitations.accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @description Of the link. */
                    token: string;
                    /**
                     * @description Of a new user; not needed where the address has one.
                     * @example Ada Lovelace
                     */
                    name?: string;
                    /**
                     * @description Of a new user; not needed where the address has one.
                     * @example correct horse battery
                     */
                    password?: string;
                };
            };
        };
        responses: {
            /** @description Accept an invitation by the token of its link; a new user gives a name and a password */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @constant */
                        object: "membership";
                        account_id: string;
                        /** @description What to sign in with. */
                        email: string;
                        /** @enum {unknown} */
                        role: "owner" | "admin" | "developer" | "viewer";
                    };
                };
            };
        };
    };
}

export function methods(on: Bind) {
  return {
    emails: {
      /** Send an email. `POST /api/v1/emails` */
      send: on("emails.send", "post", "/api/v1/emails", "body", "keyed"),
      /** List emails, newest first. `GET /api/v1/emails` */
      list: on("emails.list", "get", "/api/v1/emails", "query"),
      /** Send up to 100 emails. `POST /api/v1/emails/batch` */
      sendBatch: on("emails.sendBatch", "post", "/api/v1/emails/batch", "body", "keyed"),
      /** Count what became of emails, by time, domain, tag, template, key, priority or provider. `GET /api/v1/emails/metrics` */
      metrics: on("emails.metrics", "get", "/api/v1/emails/metrics", "query"),
      /** Read an email with its timeline. `GET /api/v1/emails/{id}` */
      get: on("emails.get", "get", "/api/v1/emails/{id}", "nothing"),
      /** Move a scheduled email to another time. `PATCH /api/v1/emails/{id}` */
      update: on("emails.update", "patch", "/api/v1/emails/{id}", "body"),
      /** Cancel an email that no worker has taken up. `POST /api/v1/emails/{id}/cancel` */
      cancel: on("emails.cancel", "post", "/api/v1/emails/{id}/cancel", "nothing"),
      /** Send the content of an email once more as a new one, to all of its recipients or to some. `POST /api/v1/emails/{id}/resend` */
      resend: on("emails.resend", "post", "/api/v1/emails/{id}/resend", "body", "keyed"),
      /** The mail as it is handed to Amazon SES, which adds headers of its own. `GET /api/v1/emails/{id}/source` */
      source: on("emails.source", "get", "/api/v1/emails/{id}/source", "query"),
      attachments: {
        /** List a message's files. `GET /api/v1/emails/{id}/attachments` */
        list: on("emails.attachments.list", "get", "/api/v1/emails/{id}/attachments", "query"),
        /** Get a message's file and a link to it. `GET /api/v1/emails/{id}/attachments/{part}` */
        get: on("emails.attachments.get", "get", "/api/v1/emails/{id}/attachments/{part}", "nothing"),
      },
      /** Every decision on a message in sentences, and what happens next. `GET /api/v1/emails/{id}/explain` */
      explain: on("emails.explain", "get", "/api/v1/emails/{id}/explain", "nothing"),
    },
    messages: {
      /** Send a message. `POST /v1/messages` */
      send: on("messages.send", "post", "/v1/messages", "body", "keyed"),
      /** List messages, newest first. `GET /v1/messages` */
      list: on("messages.list", "get", "/v1/messages", "query"),
      /** Read a message with its timeline. `GET /v1/messages/{id}` */
      get: on("messages.get", "get", "/v1/messages/{id}", "nothing"),
      /** Cancel a message that no worker has taken up. `DELETE /v1/messages/{id}` */
      cancel: on("messages.cancel", "delete", "/v1/messages/{id}", "nothing"),
      attachments: {
        /** List a message's files. `GET /v1/messages/{id}/attachments` */
        list: on("messages.attachments.list", "get", "/v1/messages/{id}/attachments", "query"),
        /** Get a message's file and a link to it. `GET /v1/messages/{id}/attachments/{part}` */
        get: on("messages.attachments.get", "get", "/v1/messages/{id}/attachments/{part}", "nothing"),
      },
      /** Every decision on a message in sentences, and what happens next. `GET /v1/messages/{id}/explain` */
      explain: on("messages.explain", "get", "/v1/messages/{id}/explain", "nothing"),
    },
    templates: {
      /** Make a template; its first version is a draft. `POST /api/v1/templates` */
      create: on("templates.create", "post", "/api/v1/templates", "body"),
      /** List the templates. `GET /api/v1/templates` */
      list: on("templates.list", "get", "/api/v1/templates", "query"),
      /** Render a template that is being written, and name all that is wrong with it. `POST /api/v1/templates/preview` */
      previewDraft: on("templates.previewDraft", "post", "/api/v1/templates/preview", "body"),
      /** Read a template with its newest version. `GET /api/v1/templates/{id}` */
      get: on("templates.get", "get", "/api/v1/templates/{id}", "nothing"),
      /** Change a template's draft, or begin one. `PATCH /api/v1/templates/{id}` */
      update: on("templates.update", "patch", "/api/v1/templates/{id}", "body"),
      /** Delete a template with its versions. `DELETE /api/v1/templates/{id}` */
      remove: on("templates.remove", "delete", "/api/v1/templates/{id}", "nothing"),
      /** Send the newest version, a draft too, to up to 5 addresses. `POST /api/v1/templates/{id}/test` */
      test: on("templates.test", "post", "/api/v1/templates/{id}/test", "body", "keyed"),
      /** Make the draft what is sent. `POST /api/v1/templates/{id}/publish` */
      publish: on("templates.publish", "post", "/api/v1/templates/{id}/publish", "nothing"),
      /** Copy a template. `POST /api/v1/templates/{id}/duplicate` */
      duplicate: on("templates.duplicate", "post", "/api/v1/templates/{id}/duplicate", "nothing"),
      /** Render a template with given values. `POST /api/v1/templates/{id}/preview` */
      preview: on("templates.preview", "post", "/api/v1/templates/{id}/preview", "body"),
      /** List a template's versions. `GET /api/v1/templates/{id}/versions` */
      versions: on("templates.versions", "get", "/api/v1/templates/{id}/versions", "query"),
      /** Read one version of a template, by its number or id. `GET /api/v1/templates/{id}/versions/{part}` */
      version: on("templates.version", "get", "/api/v1/templates/{id}/versions/{part}", "nothing"),
    },
    v1: {
      templates: {
        /** Make a template; its first version is a draft. `POST /v1/templates` */
        create: on("v1.templates.create", "post", "/v1/templates", "body"),
        /** List the templates. `GET /v1/templates` */
        list: on("v1.templates.list", "get", "/v1/templates", "query"),
        /** Render a template that is being written, and name all that is wrong with it. `POST /v1/templates/preview` */
        previewDraft: on("v1.templates.previewDraft", "post", "/v1/templates/preview", "body"),
        /** Read a template with its newest version. `GET /v1/templates/{id}` */
        get: on("v1.templates.get", "get", "/v1/templates/{id}", "nothing"),
        /** Change a template's draft, or begin one. `PATCH /v1/templates/{id}` */
        update: on("v1.templates.update", "patch", "/v1/templates/{id}", "body"),
        /** Delete a template with its versions. `DELETE /v1/templates/{id}` */
        remove: on("v1.templates.remove", "delete", "/v1/templates/{id}", "nothing"),
        /** Send the newest version, a draft too, to up to 5 addresses. `POST /v1/templates/{id}/test` */
        test: on("v1.templates.test", "post", "/v1/templates/{id}/test", "body", "keyed"),
        /** Make the draft what is sent. `POST /v1/templates/{id}/publish` */
        publish: on("v1.templates.publish", "post", "/v1/templates/{id}/publish", "nothing"),
        /** Copy a template. `POST /v1/templates/{id}/duplicate` */
        duplicate: on("v1.templates.duplicate", "post", "/v1/templates/{id}/duplicate", "nothing"),
        /** Render a template with given values. `POST /v1/templates/{id}/preview` */
        preview: on("v1.templates.preview", "post", "/v1/templates/{id}/preview", "body"),
        /** List a template's versions. `GET /v1/templates/{id}/versions` */
        versions: on("v1.templates.versions", "get", "/v1/templates/{id}/versions", "query"),
        /** Read one version of a template, by its number or id. `GET /v1/templates/{id}/versions/{part}` */
        version: on("v1.templates.version", "get", "/v1/templates/{id}/versions/{part}", "nothing"),
      },
      suppressions: {
        /** Put an address on the suppression list. `POST /v1/suppressions` */
        add: on("v1.suppressions.add", "post", "/v1/suppressions", "body"),
        /** List the suppression list, newest first. `GET /v1/suppressions` */
        list: on("v1.suppressions.list", "get", "/v1/suppressions", "query"),
        batch: {
          /** Put up to 100 addresses on the suppression list. `POST /v1/suppressions/batch/add` */
          add: on("v1.suppressions.batch.add", "post", "/v1/suppressions/batch/add", "body"),
          /** Take up to 100 addresses off the suppression list. `POST /v1/suppressions/batch/remove` */
          remove: on("v1.suppressions.batch.remove", "post", "/v1/suppressions/batch/remove", "body"),
        },
        /** Read an entry of the suppression list by its id or address. `GET /v1/suppressions/{id}` */
        get: on("v1.suppressions.get", "get", "/v1/suppressions/{id}", "nothing"),
        /** Take an address off the suppression list; a complaint needs confirm=complaint. `DELETE /v1/suppressions/{id}` */
        remove: on("v1.suppressions.remove", "delete", "/v1/suppressions/{id}", "query"),
      },
      unsubscribes: {
        /** Write down that somebody wants no more mail. `POST /v1/unsubscribes` */
        add: on("v1.unsubscribes.add", "post", "/v1/unsubscribes", "body"),
        /** List who wants no more mail, newest first. `GET /v1/unsubscribes` */
        list: on("v1.unsubscribes.list", "get", "/v1/unsubscribes", "query"),
        /** Read an unsubscribe by its id or address. `GET /v1/unsubscribes/{id}` */
        get: on("v1.unsubscribes.get", "get", "/v1/unsubscribes/{id}", "nothing"),
        /** Take an unsubscribe back: the person wants mail again. `DELETE /v1/unsubscribes/{id}` */
        remove: on("v1.unsubscribes.remove", "delete", "/v1/unsubscribes/{id}", "nothing"),
      },
    },
    images: {
      /** Upload an image; the same bytes again are the same image. `POST /api/v1/images` */
      create: on("images.create", "post", "/api/v1/images", "body"),
      /** List images, newest first. `GET /api/v1/images` */
      list: on("images.list", "get", "/api/v1/images", "query"),
      /** Read an image's address and size. `GET /api/v1/images/{id}` */
      get: on("images.get", "get", "/api/v1/images/{id}", "nothing"),
      /** Remove an image: mails that were sent show it no more. `DELETE /api/v1/images/{id}` */
      remove: on("images.remove", "delete", "/api/v1/images/{id}", "nothing"),
    },
    suppressions: {
      /** Put a list of addresses on the suppression list, and report the rows that are wrong. `POST /api/v1/suppressions/import` */
      import: on("suppressions.import", "post", "/api/v1/suppressions/import", "body"),
      /** The whole suppression list as CSV, newest first. `GET /api/v1/suppressions/export` */
      export: on("suppressions.export", "get", "/api/v1/suppressions/export", "query"),
      /** Put an address on the suppression list. `POST /api/v1/suppressions` */
      add: on("suppressions.add", "post", "/api/v1/suppressions", "body"),
      /** List the suppression list, newest first. `GET /api/v1/suppressions` */
      list: on("suppressions.list", "get", "/api/v1/suppressions", "query"),
      batch: {
        /** Put up to 100 addresses on the suppression list. `POST /api/v1/suppressions/batch/add` */
        add: on("suppressions.batch.add", "post", "/api/v1/suppressions/batch/add", "body"),
        /** Take up to 100 addresses off the suppression list. `POST /api/v1/suppressions/batch/remove` */
        remove: on("suppressions.batch.remove", "post", "/api/v1/suppressions/batch/remove", "body"),
      },
      /** Read an entry of the suppression list by its id or address. `GET /api/v1/suppressions/{id}` */
      get: on("suppressions.get", "get", "/api/v1/suppressions/{id}", "nothing"),
      /** Take an address off the suppression list; a complaint needs confirm=complaint. `DELETE /api/v1/suppressions/{id}` */
      remove: on("suppressions.remove", "delete", "/api/v1/suppressions/{id}", "query"),
    },
    domains: {
      /** Add a domain and get the DNS records to publish for it. `POST /api/v1/domains` */
      create: on("domains.create", "post", "/api/v1/domains", "body"),
      /** List domains. `GET /api/v1/domains` */
      list: on("domains.list", "get", "/api/v1/domains", "query"),
      /** Get a domain with its DNS records and their state. `GET /api/v1/domains/{id}` */
      get: on("domains.get", "get", "/api/v1/domains/{id}", "nothing"),
      /** Update a domain. `PATCH /api/v1/domains/{id}` */
      update: on("domains.update", "patch", "/api/v1/domains/{id}", "body"),
      /** Delete a domain. `DELETE /api/v1/domains/{id}` */
      remove: on("domains.remove", "delete", "/api/v1/domains/{id}", "nothing"),
      /** Look at a domain's DNS records now. `POST /api/v1/domains/{id}/verify` */
      verify: on("domains.verify", "post", "/api/v1/domains/{id}/verify", "nothing"),
    },
    apiKeys: {
      /** Make an API key; its token is shown only here. `POST /api/v1/api-keys` */
      create: on("apiKeys.create", "post", "/api/v1/api-keys", "body"),
      /** List API keys. `GET /api/v1/api-keys` */
      list: on("apiKeys.list", "get", "/api/v1/api-keys", "query"),
      /** Get an API key. `GET /api/v1/api-keys/{id}` */
      get: on("apiKeys.get", "get", "/api/v1/api-keys/{id}", "nothing"),
      /** Rename an API key or set its rate limit. `PATCH /api/v1/api-keys/{id}` */
      update: on("apiKeys.update", "patch", "/api/v1/api-keys/{id}", "body"),
      /** Revoke an API key at once. `DELETE /api/v1/api-keys/{id}` */
      remove: on("apiKeys.remove", "delete", "/api/v1/api-keys/{id}", "nothing"),
    },
    account: {
      /** Get the account with its standing. `GET /api/v1/account` */
      get: on("account.get", "get", "/api/v1/account", "nothing"),
      /** Change the account's settings. `PATCH /api/v1/account` */
      update: on("account.update", "patch", "/api/v1/account", "body"),
      /** The page behind unsubscribe links as it would look, before anything is changed. `POST /api/v1/account/brand/preview` */
      brand_preview: on("account.brand_preview", "post", "/api/v1/account/brand/preview", "body"),
      /** The account's suspensions, with what each rested on and its appeals; the latest 50. `GET /api/v1/account/suspensions` */
      suspensions: on("account.suspensions", "get", "/api/v1/account/suspensions", "nothing"),
      /** Appeal against the account's suspension. `POST /api/v1/account/appeals` */
      appeal: on("account.appeal", "post", "/api/v1/account/appeals", "body"),
      /** Let a paused key or template go on. `POST /api/v1/account/pauses/{id}/resume` */
      resume: on("account.resume", "post", "/api/v1/account/pauses/{id}/resume", "nothing"),
      /** A link to everything the account has, live and test, as JSON lines. `POST /api/v1/account/export` */
      export: on("account.export", "post", "/api/v1/account/export", "nothing"),
      /** Erase the account for good: its keys are revoked and its content is unreadable at once. `POST /api/v1/account/erase` */
      erase: on("account.erase", "post", "/api/v1/account/erase", "body"),
    },
    alerts: {
      /** List the account's alerts, newest first. `GET /api/v1/alerts` */
      list: on("alerts.list", "get", "/api/v1/alerts", "query"),
      rules: {
        /** Which rules the account's alerts come from, and what each may be set to. `GET /api/v1/alerts/rules` */
        list: on("alerts.rules.list", "get", "/api/v1/alerts/rules", "nothing"),
        /** Switch rules on or off, or set their thresholds. `PATCH /api/v1/alerts/rules` */
        update: on("alerts.rules.update", "patch", "/api/v1/alerts/rules", "body"),
      },
      mail: {
        /** Whether the account's alerts are mailed to you. `GET /api/v1/alerts/mail` */
        get: on("alerts.mail.get", "get", "/api/v1/alerts/mail", "nothing"),
        /** Choose whether the account's alerts are mailed to you. `PATCH /api/v1/alerts/mail` */
        update: on("alerts.mail.update", "patch", "/api/v1/alerts/mail", "body"),
      },
      /** Read an alert. `GET /api/v1/alerts/{id}` */
      get: on("alerts.get", "get", "/api/v1/alerts/{id}", "nothing"),
      /** Say that you look after an alert; it closes by itself all the same. `POST /api/v1/alerts/{id}/acknowledge` */
      acknowledge: on("alerts.acknowledge", "post", "/api/v1/alerts/{id}/acknowledge", "nothing"),
    },
    analytics: {
      /** Count what became of messages, by time and by one dimension. `GET /v1/analytics` */
      get: on("analytics.get", "get", "/v1/analytics", "query"),
    },
    contacts: {
      imports: {
        /** Read contacts in from a CSV file. `POST /api/v1/contacts/imports` */
        create: on("contacts.imports.create", "post", "/api/v1/contacts/imports", "body"),
        /** List imports, newest first. `GET /api/v1/contacts/imports` */
        list: on("contacts.imports.list", "get", "/api/v1/contacts/imports", "query"),
        /** Read how far an import is. `GET /api/v1/contacts/imports/{id}` */
        get: on("contacts.imports.get", "get", "/api/v1/contacts/imports/{id}", "nothing"),
        /** The rows of an import that are not taken, as CSV. `GET /api/v1/contacts/imports/{id}/errors` */
        errors: on("contacts.imports.errors", "get", "/api/v1/contacts/imports/{id}/errors", "nothing"),
      },
      /** Make a contact, or change the one of this address; with double_opt_in once its owner confirms. `POST /api/v1/contacts` */
      create: on("contacts.create", "post", "/api/v1/contacts", "body"),
      /** List contacts, newest first. `GET /api/v1/contacts` */
      list: on("contacts.list", "get", "/api/v1/contacts", "query"),
      /** Read a contact by its id or address. `GET /api/v1/contacts/{id}` */
      get: on("contacts.get", "get", "/api/v1/contacts/{id}", "nothing"),
      /** Change a contact; what is absent stays. `PATCH /api/v1/contacts/{id}` */
      update: on("contacts.update", "patch", "/api/v1/contacts/{id}", "body"),
      /** Remove a contact; what it chose about mail is kept. `DELETE /api/v1/contacts/{id}` */
      remove: on("contacts.remove", "delete", "/api/v1/contacts/{id}", "nothing"),
      topics: {
        /** List all topics, and whether the contact gets their mail. `GET /api/v1/contacts/{id}/topics` */
        list: on("contacts.topics.list", "get", "/api/v1/contacts/{id}/topics", "query"),
        /** Choose for a contact which topics' mail it gets. `PATCH /api/v1/contacts/{id}/topics` */
        update: on("contacts.topics.update", "patch", "/api/v1/contacts/{id}/topics", "body"),
      },
      segments: {
        /** List the segments that a contact is in. `GET /api/v1/contacts/{id}/segments` */
        list: on("contacts.segments.list", "get", "/api/v1/contacts/{id}/segments", "query"),
        /** Put a contact in a segment. `POST /api/v1/contacts/{id}/segments/{part}` */
        add: on("contacts.segments.add", "post", "/api/v1/contacts/{id}/segments/{part}", "nothing"),
        /** Take a contact out of a segment. `DELETE /api/v1/contacts/{id}/segments/{part}` */
        remove: on("contacts.segments.remove", "delete", "/api/v1/contacts/{id}/segments/{part}", "nothing"),
      },
    },
    forms: {
      /** Make a form that people sign up by. `POST /api/v1/forms` */
      create: on("forms.create", "post", "/api/v1/forms", "body"),
      /** List forms, newest first. `GET /api/v1/forms` */
      list: on("forms.list", "get", "/api/v1/forms", "query"),
      /** Read a form. `GET /api/v1/forms/{id}` */
      get: on("forms.get", "get", "/api/v1/forms/{id}", "nothing"),
      /** Change a form; what is absent stays. `PATCH /api/v1/forms/{id}` */
      update: on("forms.update", "patch", "/api/v1/forms/{id}", "body"),
      /** Remove a form; who signed up by it can still confirm. `DELETE /api/v1/forms/{id}` */
      remove: on("forms.remove", "delete", "/api/v1/forms/{id}", "nothing"),
    },
    segments: {
      /** Make a segment. `POST /api/v1/segments` */
      create: on("segments.create", "post", "/api/v1/segments", "body"),
      /** List segments, newest first. `GET /api/v1/segments` */
      list: on("segments.list", "get", "/api/v1/segments", "query"),
      /** Count the contacts that a rule holds of. `POST /api/v1/segments/preview` */
      preview: on("segments.preview", "post", "/api/v1/segments/preview", "body"),
      /** Read a segment. `GET /api/v1/segments/{id}` */
      get: on("segments.get", "get", "/api/v1/segments/{id}", "nothing"),
      /** Name a segment anew, or give one that follows a rule another. `PATCH /api/v1/segments/{id}` */
      update: on("segments.update", "patch", "/api/v1/segments/{id}", "body"),
      /** Remove a segment; its contacts stay. `DELETE /api/v1/segments/{id}` */
      remove: on("segments.remove", "delete", "/api/v1/segments/{id}", "nothing"),
      contacts: {
        /** List a segment's contacts, newest first. `GET /api/v1/segments/{id}/contacts` */
        list: on("segments.contacts.list", "get", "/api/v1/segments/{id}/contacts", "query"),
      },
    },
    topics: {
      /** Make a topic. `POST /api/v1/topics` */
      create: on("topics.create", "post", "/api/v1/topics", "body"),
      /** List all topics, the oldest first, as people choose among them. `GET /api/v1/topics` */
      list: on("topics.list", "get", "/api/v1/topics", "nothing"),
      /** Read a topic. `GET /api/v1/topics/{id}` */
      get: on("topics.get", "get", "/api/v1/topics/{id}", "nothing"),
      /** Name or describe a topic anew. `PATCH /api/v1/topics/{id}` */
      update: on("topics.update", "patch", "/api/v1/topics/{id}", "body"),
      /** Remove a topic; its mail on its way still goes only to those who get it. `DELETE /api/v1/topics/{id}` */
      remove: on("topics.remove", "delete", "/api/v1/topics/{id}", "nothing"),
    },
    contactProperties: {
      /** Make a contact property. `POST /api/v1/contact-properties` */
      create: on("contactProperties.create", "post", "/api/v1/contact-properties", "body"),
      /** List contact properties, newest first. `GET /api/v1/contact-properties` */
      list: on("contactProperties.list", "get", "/api/v1/contact-properties", "query"),
      /** Read a contact property. `GET /api/v1/contact-properties/{id}` */
      get: on("contactProperties.get", "get", "/api/v1/contact-properties/{id}", "nothing"),
      /** Change what stands in for a missing value. `PATCH /api/v1/contact-properties/{id}` */
      update: on("contactProperties.update", "patch", "/api/v1/contact-properties/{id}", "body"),
      /** Remove a contact property. `DELETE /api/v1/contact-properties/{id}` */
      remove: on("contactProperties.remove", "delete", "/api/v1/contact-properties/{id}", "nothing"),
    },
    audiences: {
      /** Make a segment, as older SDKs do. `POST /api/v1/audiences` */
      create: on("audiences.create", "post", "/api/v1/audiences", "body"),
      /** List segments, as older SDKs do. `GET /api/v1/audiences` */
      list: on("audiences.list", "get", "/api/v1/audiences", "query"),
      /** Read a segment, as older SDKs do. `GET /api/v1/audiences/{id}` */
      get: on("audiences.get", "get", "/api/v1/audiences/{id}", "nothing"),
      /** Remove a segment, as older SDKs do. `DELETE /api/v1/audiences/{id}` */
      remove: on("audiences.remove", "delete", "/api/v1/audiences/{id}", "nothing"),
      contacts: {
        /** Make a contact in a segment, as older SDKs do. `POST /api/v1/audiences/{id}/contacts` */
        create: on("audiences.contacts.create", "post", "/api/v1/audiences/{id}/contacts", "body"),
        /** List a segment's contacts, as older SDKs do. `GET /api/v1/audiences/{id}/contacts` */
        list: on("audiences.contacts.list", "get", "/api/v1/audiences/{id}/contacts", "query"),
        /** Read a contact, as older SDKs do. `GET /api/v1/audiences/{id}/contacts/{part}` */
        get: on("audiences.contacts.get", "get", "/api/v1/audiences/{id}/contacts/{part}", "nothing"),
        /** Change a contact, as older SDKs do. `PATCH /api/v1/audiences/{id}/contacts/{part}` */
        update: on("audiences.contacts.update", "patch", "/api/v1/audiences/{id}/contacts/{part}", "body"),
        /** Remove a contact that is in a segment, as older SDKs do. `DELETE /api/v1/audiences/{id}/contacts/{part}` */
        remove: on("audiences.contacts.remove", "delete", "/api/v1/audiences/{id}/contacts/{part}", "nothing"),
      },
    },
    broadcasts: {
      /** Make a broadcast: a draft, or one that is sent. `POST /api/v1/broadcasts` */
      create: on("broadcasts.create", "post", "/api/v1/broadcasts", "body"),
      /** List broadcasts, newest first. `GET /api/v1/broadcasts` */
      list: on("broadcasts.list", "get", "/api/v1/broadcasts", "query"),
      /** Read a broadcast and what became of it. `GET /api/v1/broadcasts/{id}` */
      get: on("broadcasts.get", "get", "/api/v1/broadcasts/{id}", "nothing"),
      /** Change a draft. `PATCH /api/v1/broadcasts/{id}` */
      update: on("broadcasts.update", "patch", "/api/v1/broadcasts/{id}", "body"),
      /** Remove a draft, or what is over; its mails stay. `DELETE /api/v1/broadcasts/{id}` */
      remove: on("broadcasts.remove", "delete", "/api/v1/broadcasts/{id}", "nothing"),
      /** Make a draft with the same words. `POST /api/v1/broadcasts/{id}/duplicate` */
      duplicate: on("broadcasts.duplicate", "post", "/api/v1/broadcasts/{id}/duplicate", "body"),
      /** Send a draft, now or at a time. `POST /api/v1/broadcasts/{id}/send` */
      send: on("broadcasts.send", "post", "/api/v1/broadcasts/{id}/send", "body"),
      /** Pause a broadcast: nothing more of it is sent until it is resumed. `POST /api/v1/broadcasts/{id}/pause` */
      pause: on("broadcasts.pause", "post", "/api/v1/broadcasts/{id}/pause", "nothing"),
      /** Have a paused broadcast go on where it stood. `POST /api/v1/broadcasts/{id}/resume` */
      resume: on("broadcasts.resume", "post", "/api/v1/broadcasts/{id}/resume", "nothing"),
      /** End the wait of a test of two subjects: the rest gets this one, or the one that does better by now. `POST /api/v1/broadcasts/{id}/decide` */
      decide: on("broadcasts.decide", "post", "/api/v1/broadcasts/{id}/decide", "body"),
      /** Cancel a broadcast: a draft again, where it has not begun. `POST /api/v1/broadcasts/{id}/cancel` */
      cancel: on("broadcasts.cancel", "post", "/api/v1/broadcasts/{id}/cancel", "nothing"),
      /** Send what a contact would get to a few addresses. `POST /api/v1/broadcasts/{id}/test` */
      test: on("broadcasts.test", "post", "/api/v1/broadcasts/{id}/test", "body"),
      /** Look at what a contact would get. `GET /api/v1/broadcasts/{id}/preview` */
      preview: on("broadcasts.preview", "get", "/api/v1/broadcasts/{id}/preview", "query"),
      /** Look at what stands in the way of a broadcast, and what to do about it. `GET /api/v1/broadcasts/{id}/checks` */
      checks: on("broadcasts.checks", "get", "/api/v1/broadcasts/{id}/checks", "nothing"),
      /** List the recipients of which something is so, the last mail first. `GET /api/v1/broadcasts/{id}/recipients` */
      recipients: on("broadcasts.recipients", "get", "/api/v1/broadcasts/{id}/recipients", "query"),
      /** List the links that people followed, the most followed first. `GET /api/v1/broadcasts/{id}/clicked-links` */
      clickedLinks: on("broadcasts.clickedLinks", "get", "/api/v1/broadcasts/{id}/clicked-links", "query"),
    },
    overview: {
      /** What became of the mail, and what needs somebody. `GET /api/v1/overview` */
      get: on("overview.get", "get", "/api/v1/overview", "query"),
    },
    sandbox: {
      emails: {
        /** List the messages whose mail the sandbox takes, newest first. `GET /api/v1/sandbox/emails` */
        list: on("sandbox.emails.list", "get", "/api/v1/sandbox/emails", "query"),
        /** Read a mail as its recipient sees it, with its links and List-Unsubscribe looked at. `GET /api/v1/sandbox/emails/{id}` */
        get: on("sandbox.emails.get", "get", "/api/v1/sandbox/emails/{id}", "query"),
      },
    },
    webhooks: {
      /** Register an endpoint for mail of the key's mode. `POST /api/v1/webhooks` */
      create: on("webhooks.create", "post", "/api/v1/webhooks", "body"),
      /** List endpoints of the key's mode, newest first. `GET /api/v1/webhooks` */
      list: on("webhooks.list", "get", "/api/v1/webhooks", "query"),
      /** Read an endpoint. `GET /api/v1/webhooks/{id}` */
      get: on("webhooks.get", "get", "/api/v1/webhooks/{id}", "nothing"),
      /** Change an endpoint's address, events or status. `PATCH /api/v1/webhooks/{id}` */
      update: on("webhooks.update", "patch", "/api/v1/webhooks/{id}", "body"),
      /** Delete an endpoint; what was on its way to it is dropped. `DELETE /api/v1/webhooks/{id}` */
      remove: on("webhooks.remove", "delete", "/api/v1/webhooks/{id}", "nothing"),
      /** Replace an endpoint's signing secret. `POST /api/v1/webhooks/{id}/signing-secret/rotate` */
      rotateSigningSecret: on("webhooks.rotateSigningSecret", "post", "/api/v1/webhooks/{id}/signing-secret/rotate", "body"),
      /** Tell an endpoint of an event that never happened; unless named, one that it is told of. `POST /api/v1/webhooks/{id}/test` */
      test: on("webhooks.test", "post", "/api/v1/webhooks/{id}/test", "body"),
      /** Tell an endpoint once more all that it did not take since a time. `POST /api/v1/webhooks/{id}/replay` */
      replay: on("webhooks.replay", "post", "/api/v1/webhooks/{id}/replay", "body"),
      events: {
        /** List what an endpoint was told. `GET /api/v1/webhooks/{id}/events` */
        list: on("webhooks.events.list", "get", "/api/v1/webhooks/{id}/events", "query"),
        /** Get an event with its payload. `GET /api/v1/webhooks/{id}/events/{part}` */
        get: on("webhooks.events.get", "get", "/api/v1/webhooks/{id}/events/{part}", "nothing"),
        /** Tell an endpoint once more. `POST /api/v1/webhooks/{id}/events/{part}/replay` */
        replay: on("webhooks.events.replay", "post", "/api/v1/webhooks/{id}/events/{part}/replay", "nothing"),
        /** List the tries to tell an endpoint. `GET /api/v1/webhooks/{id}/events/{part}/attempts` */
        attempts: on("webhooks.events.attempts", "get", "/api/v1/webhooks/{id}/events/{part}/attempts", "query"),
      },
    },
    logs: {
      /** List calls of the API in the key's mode, of both surfaces, newest first. `GET /api/v1/logs` */
      list: on("logs.list", "get", "/api/v1/logs", "query"),
      /** Read a call, with what is kept of its bodies. `GET /api/v1/logs/{id}` */
      get: on("logs.get", "get", "/api/v1/logs/{id}", "nothing"),
    },
    members: {
      /** List the account's members. `GET /api/v1/members` */
      list: on("members.list", "get", "/api/v1/members", "query"),
      /** Give a member another role, from the next request on. `PATCH /api/v1/members/{id}` */
      update: on("members.update", "patch", "/api/v1/members/{id}", "body"),
      /** Remove a member, from the next request on. `DELETE /api/v1/members/{id}` */
      remove: on("members.remove", "delete", "/api/v1/members/{id}", "nothing"),
    },
    invitations: {
      /** List invitations that were not accepted. `GET /api/v1/invitations` */
      list: on("invitations.list", "get", "/api/v1/invitations", "query"),
      /** Invite an address by mail; an earlier invitation of it is void then. `POST /api/v1/invitations` */
      create: on("invitations.create", "post", "/api/v1/invitations", "body"),
      /** Take an invitation back. `DELETE /api/v1/invitations/{id}` */
      remove: on("invitations.remove", "delete", "/api/v1/invitations/{id}", "nothing"),
      /** Accept an invitation by the token of its link; a new user gives a name and a password. `POST /api/v1/invitations/accept` */
      accept: on("invitations.accept", "post", "/api/v1/invitations/accept", "body"),
    },
    auditLog: {
      /** What people and operators did in the account. `GET /api/v1/audit-log` */
      list: on("auditLog.list", "get", "/api/v1/audit-log", "query"),
    },
    session: {
      /** Who is signed in, with the token for writes and the accounts there are. `GET /api/v1/session` */
      get: on("session.get", "get", "/api/v1/session", "nothing"),
      /** Change the user's name. `PATCH /api/v1/session` */
      update: on("session.update", "patch", "/api/v1/session", "body"),
    },
    sessions: {
      /** List the user's sessions; a hundred at most. `GET /api/v1/sessions` */
      list: on("sessions.list", "get", "/api/v1/sessions", "nothing"),
      /** End a session, from the next request on. `DELETE /api/v1/sessions/{id}` */
      remove: on("sessions.remove", "delete", "/api/v1/sessions/{id}", "nothing"),
    },
    signInMethods: {
      /** How people sign in here. `GET /api/v1/sign-in-methods` */
      get: on("signInMethods.get", "get", "/api/v1/sign-in-methods", "nothing"),
    },
    signUp: {
      /** Ask for a user and an account, made once the address is confirmed by mail. `POST /api/v1/sign-up` */
      create: on("signUp.create", "post", "/api/v1/sign-up", "body"),
      /** Confirm an address by the token of its link. `POST /api/v1/sign-up/confirm` */
      confirm: on("signUp.confirm", "post", "/api/v1/sign-up/confirm", "body"),
    },
  };
}
