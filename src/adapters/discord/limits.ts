// What Discord allows, each with its unit and the page it comes from.

/** Characters of a message (docs.discord.com/developers/resources/message#create-message). */
export const contentCharacters = 2000;

/** Buttons of a row (docs.discord.com/developers/components/reference#action-row). */
export const rowButtons = 5;

/** Rows of a message (docs.discord.com/developers/components/reference#legacy-message-component-behavior). */
export const messageRows = 5;

/** Characters of a button's `custom_id`, also a modal's (docs.discord.com/developers/components/reference#custom-id). */
export const customIdCharacters = 100;

/** Characters of a button's label (docs.discord.com/developers/components/reference#button). */
export const buttonLabelCharacters = 80;

/** Attachments of a message (docs.discord.com/developers/resources/message#create-message). */
export const messageFiles = 10;

/** Bytes of all attachments of a message (docs.discord.com/developers/reference#uploading-files). */
export const uploadBytes = 10 * 1024 * 1024;

/** Characters of an attachment's description (docs.discord.com/developers/resources/message#attachment-object). */
export const fileDescriptionCharacters = 1024;

/** Characters of a `nonce` (docs.discord.com/developers/resources/message#create-message). */
export const nonceCharacters = 25;

/** Commands of an application (docs.discord.com/developers/interactions/application-commands#registering-a-command). */
export const commands = 100;

/** Characters of a command's name (docs.discord.com/developers/interactions/application-commands). */
export const commandNameCharacters = 32;

/** Characters of a command's description, also an option's (docs.discord.com/developers/interactions/application-commands). */
export const descriptionCharacters = 100;

/** Choices of an option or of an autocompletion (docs.discord.com/developers/interactions/application-commands). */
export const choices = 25;

/** Characters of a choice's name, also of its value (docs.discord.com/developers/interactions/application-commands). */
export const choiceCharacters = 100;

/** Characters of a modal's title (docs.discord.com/developers/interactions/receiving-and-responding#modal). */
export const modalTitleCharacters = 45;

/** Inputs of a modal (docs.discord.com/developers/interactions/receiving-and-responding#modal). */
export const modalInputs = 5;

/** Characters of an input's label (docs.discord.com/developers/components/reference#label). */
export const inputLabelCharacters = 45;

/** Characters of an input's placeholder (docs.discord.com/developers/components/reference#text-input). */
export const placeholderCharacters = 100;

/** Characters that an input takes (docs.discord.com/developers/components/reference#text-input). */
export const inputCharacters = 4000;

/** Milliseconds until an interaction must be acknowledged (docs.discord.com/developers/interactions/receiving-and-responding). */
export const acknowledgeMilliseconds = 3000;

/** Milliseconds between two IDENTIFYs (docs.discord.com/developers/events/gateway#rate-limiting). */
export const identifyMilliseconds = 5000;

/** New private chats in ten minutes; bots that opened 25 to 40 quickly were quarantined (seen in practice, on no page). */
export const newChats = 10;
export const newChatsMilliseconds = 600_000;
