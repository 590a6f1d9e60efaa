// What Telegram allows, with the unit and the page that says so.

/** Characters of a message after its entities are parsed (core.telegram.org/bots/api#sendmessage). Counted here in UTF-16 units, the strictest reading. */
export const maximumText = 4096;

/** Characters of a caption after its entities are parsed (core.telegram.org/bots/api#sendphoto). */
export const maximumCaption = 1024;

/** Buttons of one inline keyboard; more are refused ("reply markup is too long", seen in practice, not on a page). */
export const maximumButtons = 100;

/** Characters of a deep link's payload, each of A–Z a–z 0–9 _ - (core.telegram.org/bots/features#deep-linking). */
export const maximumStartPayload = 64;

/** A command's name in a menu (core.telegram.org/bots/api#botcommand). */
export const commandName = /^[a-z0-9_]{1,32}$/;

/** Characters of a command's description in a menu (core.telegram.org/bots/api#botcommand). */
export const maximumCommandDescription = 256;

/** Commands of one menu (core.telegram.org/bots/api#setmycommands). */
export const maximumCommands = 100;

/** Messages a second over all chats (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this). */
export const messagesPerSecond = 30;

/** Messages a second in one private chat; short bursts are let through (same page). */
export const messagesPerSecondInChat = 1;

/** Messages a minute in one group (same page). */
export const messagesPerMinuteInGroup = 20;
