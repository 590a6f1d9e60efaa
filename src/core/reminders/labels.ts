// The person's own words for what is due: what is left of a sentence when dates, times and requests are taken out.
import { blank } from './span.ts';

/** Characters; the same limit as in the list of reminders. */
export const longestLabel = 60;

const chineseHead =
  /^(?:我(?=要|得|该|的|需|必|想|在|每|这|有|还|应|给|们)|们|(?:我)?还有|自己|的|那个|这个|一?笔|有(?!线|利)(?=.{2})|能不能|可不可以|能否|说好(?:了)?|约好(?:了)?|讲好(?:了)?|答应(?:了)?|另外|以及|然后|再(?!贷)|和(?!包)|跟|与|及|还是|也|都|是|为|关于|对于|必须|应该|需要|需|准备|打算|想(?=要|在|收|还)|收到|收(?=█|$)|记得|得(?!物)|该|要|去(?=还|交|付|缴|存|转)|在(?!线)|到(?!期)|把|将|用来|之前|以前|之内|前|先|就|左右|那天|这天|这一天|号|日(?!本)|点|早上|固定|自动|按时|准时|会(?=自动|扣|从|还)|得还|还(?!呗|享|是|有|款协议|款计划|贷宝)(?:给|掉|清|完|上(?!海))?(?:款|钱|贷(?=$))?|(?:归|偿|交)还|付(?!费通|款码)(?:给|清|掉)?(?:款|钱)?|缴(?:纳|费|清)?(?!存)|交(?!行|通|银|易|友|大|警)(?:纳|给|钱|掉)?|支付(?!宝)|转账?(?!转)(?:给|钱)?|打(?!车|印|白条)(?:款|钱)?(?:给)?|存(?!折|单|贷)(?:钱|款)?(?:进|到|入|给)?|汇(?!丰|通|添)(?:款|钱)?(?:给)?|给(?!力)|往(?!来)|向|充值?|扣(?:款|钱|费|掉)?|一次|到期(?:的)?|出账|最后还款日|还款日期?|到期日|扣款日|付款日|欠(?!条)(?:的|了)?|,|\.|;|:|-|\(|\))/;
const chineseTail =
  /(?:续(?:期|保|费|缴)?|(?:要|该|得|需要|应该|必须|就|会|自动)?(?:还款日期?|到期日|扣款日|付款日|最后还款日|最后期限|截止日?|还款|还钱|还清|还给他?她?|还(?!呗)|到期|扣款|扣钱|扣费|扣|缴费|缴款|缴|付款|(?<![月性后分预首])付|交钱|交|打款|转账|转钱|转|存钱|存款(?=$)|存)|里(?:面)?(?:存|转|打|充)?(?:点)?(?:钱|款)?|的(?:时候|日子|钱|话)?|是|为|在|了|吧|啊|呀|哦|哈|啦|嘛|(?<![花借还])呗|哟|噢|喔|哒|滴|之前|以前|之内|前|那天|这天|这一天|号|日(?<!生日)|左右|和|跟|与|还有|以及|也|都|要|得|该|将|就|先|去|让|请|我(?=$)|各|分别|一起|,|\.|;|:|-|\(|\)|一?共|总共|大概|大约|一次|(?<=[^车复白]..?)打|(?<=[姐哥弟妹妈爸叔姨舅婶伯公婆友总师])的?钱)$/;

const englishHead =
  /^(?:still(?= owe)|'?bout|da|tha|put(?= .* down$)|(?:goes|comes) out|is taken|his|her|their|your|him|them|promised|to be (?:re)?paid|to|that|about|abt|abot|re:?|regarding|of|for|on|by|at|in|it's|its|there's|there is|the|my(?! (?:sister|brother|mum|mom|mother|dad|father|uncle|aunt|cousin|friend|landlord|boss|colleague|roommate|flatmate|wife|husband|son|daughter|parents|neighbou?r|grandma|grandpa|ex|partner|girlfriend|boyfriend)\b)|our|a|an|and|also|plus|then|with|is|are|but|i owe|owe|i|i'm|im|i've got|i have|i've|we|you|need(?:s)?(?= to\b)|have(?= to\b)|has(?= to\b)|gotta|got(?= to\b)|got|have(?= a\b| an\b| my\b| the\b)|must|should|gonna|going(?= to\b)|supposed(?= to\b)|want(?= to\b)|repay|pay(?:ing)?(?! ?day| ?pal| ?later)(?: off| back| down| up| into)?|paying|settle|transfer(?: money)?|send(?: money)?|give(?: back)?|hand(?: over| back)?(?= |$)|return(?:ing)?(?= (?!slip|fee|label))|return$|wire|clear(?= )|deposit(?= (?:money|cash|into|for))|put(?= money| cash)|money|cash|make|set(?: up)?|schedule|due|due date|bill:|payment (?:of|for|to)|repayment (?:of|for|to)|each|both|from(?= █)|since|so|me|us|next|this|one is|first|second|third|another|is due|as well|every|only|just|when|be|comes|goes|will|until|before|after|up|off|back|bill due|starting|n|or|,|\.|;|:|-|–|\(|\)|\+|&)(?![\p{L}\p{N}'])/iu;
const englishTail =
  /(?<![\p{L}\p{N}'])(?:down|renews|expires|matures|is charged|is collected|his|her|their|him|them|is due|are due|falls due|is payable|gets (?:debited|charged|taken|deducted)|will be (?:debited|charged|deducted|due)|is (?:debited|charged|deducted|taken)|comes (?:out|due|up)|goes out|needs (?:paying|to be paid)|must be paid|has to be paid|should be paid|to be paid|to pay|due date is|due date|payment date|is coming up|due on|due by|due|deadline|falls|falls on|on|at|by|for|to|and|is|are|the|a|an|of|off|back|please|pls|each|every|both|that|with|it|too|as well|also|automatically|regularly|in|from|or|will|be|are|my|i|comes|again|via|starting|from|before|after|until|so|then|amount|worth|n|need|needs|have|has|got|going|supposed|want|around|about|roughly|,|\.|;|:|-|–|\(|\)|\+|&|=|@)$/iu;

const product = /^(?:还呗|花呗|借呗|还享借|交行|交通银行)/;

/** Takes the words around a name away, again and again, until only the name is left. */
export function cleanLabel(words: string): string {
  let label = words.replaceAll(blank, ' ').replace(/\s+/g, ' ').trim();
  for (;;) {
    const before = label;
    label = label.replace(/^[\s,.;:、。·"'()<>!?~…|/\\*+=—-]+|[\s,.;:、。·"'(<>!?~…|/\\*+=—-]+$/g, '');
    if (!product.test(label)) label = label.replace(chineseHead, '');
    if (!/^(?:看|查|问)/.test(label)) label = label.replace(chineseTail, '');
    label = label.replace(englishHead, '').replace(englishTail, '').trim();
    label = label.replace(/(?<=[a-z])'s$/i, '');
    if (/^[^(]*\)$/.test(label)) label = label.slice(0, -1);
    if (label === before) return label;
  }
}

const fillers =
  /^(?:他们?|她们?|它|人家|对方|那种|这种|大家|[出续晚早]|一[下声次]|(?:(?:is |are |be |that |it |it's |that's |this |would |do |a |the |at |in |all |will )*(?:fine|ok|okay|good|great|perfect|nice|works?|cool|bot|mornings?|evenings?|afternoons?|nights?|months?|weeks?|years?|days?|dates?|times?|sharp|exactly|usually|usual|urgent|important|total|sum|promised|agreed|asap|latest|all|do|that|this|it|needed|necessary|possible|him|her|them|later)(?: (?:with me|by me|for me|if possible|i think|too|please|pls))?))$/i;

/** Words next to a name that name nothing: "fine", "that's all", 他. */
export function isFiller(piece: string): boolean {
  return fillers.test(piece);
}

/** Words that make a phrase a sentence of its own rather than the name of a bill. */
const chineseSentence = /[?吗呢]|了|没|怎|什么|如果|要是|因为|所以|但是?|可是|虽然|被|昨|听说|觉得|他们|人家|谁|冇|咩/;
/** The same where nobody asked to be reminded. */
const chineseStory =
  /不(?!动产|锈)|才|刚|能(?!源|贷)|会(?![费员钱议计费展务社]|$)|说|知道|希望|想|其实|以为|她们|起来|找|问|打给|交代/;
const englishSentence =
  /[?]|\b(?:i|i'm|im|i'll|i've|was|were|is|are|am|did|had|can't|cannot|cant|can|couldn't|don't|dont|doesn't|isn't|will|would|should|could|might|if|because|cos|but|though|what|why|how|where|who|which|does|been|not|already|they|they're|he|she|we|you|your|said|says|told|happens|happen|asked|whether|there|otherwise|since|bounces?|bounced|thinking)\b/i;
/** The same where nobody asked to be reminded. */
const englishStory =
  /\b(?:has|have|having|do|got|gets?|getting|received|lost|still|it|it's|tell|call|called|calls|calling|think|know|hope|asks|keep|keeps|wants|want|only|than|until|while|instead|someone|anyone|anything|something|sent|paid|yuan|rmb)\b/i;

/** Whether what is left can be the name of a bill. `strict` when nobody asked to be reminded. */
export function isPlausible(label: string, strict: boolean): boolean {
  if (label === '') return true;
  const han = label.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = label.match(/[\p{Script=Latin}\d'&.-]+/gu)?.length ?? 0;
  if (!/[\p{L}\p{N}]/u.test(label)) return false;
  if (label.length > longestLabel || han > (strict ? 12 : 20) || words > (strict ? 6 : 9)) return false;
  if (chineseSentence.test(label) || (strict && chineseStory.test(label))) return false;
  if (han > 0 && words < 3) return true;
  return !englishSentence.test(label) && !(strict && englishStory.test(label));
}
