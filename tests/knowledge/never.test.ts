// Each rule of never.yaml catches what it is meant to catch, and lets honest sentences pass.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { forbidden } from '../../src/knowledge/checks/must-not-say.ts';
import { neverSchema } from '../../src/knowledge/schema.ts';
import type { Written } from '../../src/knowledge/terms.ts';

type Samples = Record<Written, { readonly caught: readonly string[]; readonly honest: readonly string[] }>;

const rules = neverSchema.parse(
  parse(readFileSync(new URL('../../src/knowledge/never.yaml', import.meta.url), 'utf8')),
);

const samples: Readonly<Record<string, Samples>> = {
  'record-two-years': {
    en: {
      caught: ['Your late record is kept for 2 years.', 'After two years the entry is deleted.'],
      honest: [
        'The entry does not disappear after 2 years.',
        'Recordings of collection calls are kept for at least two years; your entry stays for 5 years.',
      ],
    },
    zh: {
      caught: ['逾期记录会保留2年。', '两年后征信上的逾期自动消除。'],
      honest: ['逾期记录不是保留2年，而是五年。', '2022年还清的逾期记录，2027年删除。'],
    },
  },
  'record-24-good-months': {
    en: {
      caught: ['24 good months cover the late ones.', 'Keep paying to overwrite it with 24 clean months.'],
      honest: ['24 good months no longer cover the late ones.', 'A plan may run for 24 months.'],
    },
    zh: {
      caught: ['连续24个月按时还就能覆盖旧的逾期。', '继续用卡，覆盖掉需要24个月。'],
      honest: ['“用24个月覆盖”的说法已经过时。', '分期可以做24个月。'],
    },
  },
  'record-gone-when-paid': {
    en: {
      caught: ['The entry disappears as soon as you have paid.', 'Closing the card deletes the record.'],
      honest: [
        'Closing the card does not delete the record.',
        'Once you have paid, the record is deleted after {{record-years}}.',
      ],
    },
    zh: {
      caught: ['还清后不良记录就会消失。', '把卡注销，征信记录就没了。'],
      honest: ['注销卡片不会删掉记录。', '还清满{{record-years}}后，逾期记录必须删除。'],
    },
  },
  'outsiders-repair-credit': {
    en: {
      caught: [
        'Charity and sponsorship can raise your credit rating.',
        'Your record can be improved through a third-party agency.',
      ],
      honest: [
        'An agency that says it can clean your record is a scam.',
        'None of charity, contacts or an agency improves your credit record.',
      ],
    },
    zh: {
      caught: ['参加公益活动可以提升信用评级。', '可以委托第三方机构修复征信。'],
      honest: ['公益、人脉都不能修复征信。', '有人说找中介能洗白征信，那是骗局。'],
    },
  },
  'new-credit-repairs-record': {
    en: {
      caught: [
        'Getting another card and paying on time rebuilds your credit history.',
        'A car loan is a low-risk way that improves your record.',
      ],
      honest: ['Another card does not rebuild your credit history.', 'Do not take out a loan to build a record.'],
    },
    zh: {
      caught: ['多办几张卡按时还，可以恢复信用。', '用房贷、车贷来提升信用记录。'],
      honest: ['多办卡不能恢复信用。', '别为了好看去办卡养信用。'],
    },
  },
  'bank-acts-as-court': {
    en: {
      caught: ['The bank can seize your house.', 'Lenders have the right to stop you from leaving the country.'],
      honest: [
        'Only a court can order a seizure of your house; the bank may ask it to.',
        'The bank cannot restrict your travel.',
      ],
    },
    zh: {
      caught: ['银行有权查封你的房子。', '催收公司可以限制你出境。'],
      honest: ['银行可以向法院申请冻结财产。', '银行无权限制出境，只有法院可以。'],
    },
  },
  'cyber-criminals-list': {
    en: {
      caught: [
        'You will be put on a list of cyber criminals.',
        'If your payment is late the platform puts you on the list of dishonest debtors.',
      ],
      honest: [
        'There is no list of cyber criminals.',
        'Being late puts nobody on the list of dishonest debtors; only a court decides that.',
      ],
    },
    zh: {
      caught: ['不回复就会被列入网络罪犯名单。', '逾期三个月会上失信黑名单。'],
      honest: ['没有什么“网络老赖名单”。', '逾期不会直接列入失信名单，由法院决定。'],
    },
  },
  'art-70-is-a-right': {
    en: {
      caught: ['Under Article 70 you have a right to instalments.', 'The bank must agree to an instalment plan.'],
      honest: [
        'Art. 70 says that the bank may agree to a plan.',
        'The bank does not have to accept an instalment plan.',
      ],
    },
    zh: {
      caught: ['第70条规定银行必须同意分期。', '个性化分期是你的权利。'],
      honest: ['个性化分期不是你的权利，由银行决定。', '银行没有义务同意延期。'],
    },
  },
  'art-70-covers-online-loans': {
    en: {
      caught: ['Article 70 also covers online loans.', 'You can ask for Huabei instalments under Article 70.'],
      honest: ['Article 70 covers credit cards only, no online loans.', 'Art. 70 does not apply to Huabei.'],
    },
    zh: {
      caught: ['第70条也适用于网贷。', '花呗可以按照第70条分期60期。'],
      honest: ['第70条只适用于信用卡，网贷不在内。', '花呗不能按照第70条来谈。'],
    },
  },
  'art-70-stops-interest': {
    en: {
      caught: [
        'A personalised instalment plan always stops the interest.',
        'An instalment agreement by law freezes all interest.',
      ],
      honest: [
        'Whether an instalment plan stops interest depends on the agreement.',
        'An instalment plan does not always stop interest.',
      ],
    },
    zh: {
      caught: ['个性化分期一定停息。', '签了协议就不再计息。'],
      honest: ['个性化分期不一定停息，以协议为准。', '签协议前问清是否停息。'],
    },
  },
  'debt-expires': {
    en: {
      caught: ['After 3 years the debt is gone.', 'When the limitation period is over you no longer have to pay.'],
      honest: [
        'After {{limitation-years}} the debt is not gone, but you may refuse in court.',
        'The debt still exists after three years.',
      ],
    },
    zh: {
      caught: ['三年一过，欠款就没了。', '过了时效就不用还。'],
      honest: ['过了三年，债也不会消失。', '诉讼时效是三年，催收会让它重新计算。'],
    },
  },
  'old-rate-caps': {
    en: {
      caught: ['The legal limit is 36% a year.', 'For private loans the cap is 15.4%.'],
      honest: ['The old line of 36% is no longer the limit.', 'Ask the court to cut everything above 24%.'],
    },
    zh: {
      caught: ['年利率最高不超过36%。', '现在的上限是15.4%。'],
      honest: ['36%的旧红线已经废止。', '超过24%的部分，可以请求法院调减。'],
    },
  },
  'one-time-repair-open': {
    en: {
      caught: ['The one-time credit repair is still open.', 'You can still apply for the one-time repair.'],
      honest: ['The one-time repair is closed.', 'You can no longer use the one-time credit repair.'],
    },
    zh: {
      caught: ['一次性信用修复现在还可以申请。', '你仍可享受一次性信用修复。'],
      honest: ['一次性信用修复已经截止。', '现在已经不能申请一次性信用修复了。'],
    },
  },
  'interest-above-principal': {
    en: {
      caught: ['Interest and fees may not exceed the principal.', 'The charges can never be more than the principal.'],
      honest: ['That interest may not exceed the principal stood in a draft.', 'Interest is paid before principal.'],
    },
    zh: {
      caught: ['利息和费用不得超过本金。', '罚息不能高于本金。'],
      honest: ['“息费不得超过本金”只见于征求意见稿。', '先还利息，后还本金。'],
    },
  },
  'family-must-pay': {
    en: {
      caught: ['Your parents must repay the debt.', 'A wife is liable for her husband and his card debts.'],
      honest: ['Your parents must pay only if they signed.', 'Your children do not have to pay your debts.'],
    },
    zh: {
      caught: ['父母必须替子女还债。', '家人有义务帮你还款。'],
      honest: ['父母没有义务替你还款。', '配偶签了字的，应当共同偿还债务。'],
    },
  },
  'ignore-the-calls': {
    en: {
      caught: [
        'Ignore the calls from the bank.',
        'You can safely stop answering the collectors and change your number.',
      ],
      honest: [
        'Do not ignore the bank, and do not change your number.',
        'An agent who is telling you to stop answering the bank is a bad sign.',
      ],
    },
    zh: {
      caught: ['催收的电话可以不接。', '直接换手机号就行。'],
      honest: ['不要失联，也不要换手机号。', '叫你别接银行电话的，多半是骗子。'],
    },
  },
  'payment-order-oral': {
    en: {
      caught: [
        'For a payment order it is enough to say by phone that you object.',
        'Just tell the court orally that you have no money, that objection is valid.',
      ],
      honest: [
        'An objection to a payment order over the phone is void.',
        'Answer the payment order in writing within {{payment-order-days}}.',
      ],
    },
    zh: {
      caught: ['收到支付令，打电话说一声就行。', '口头提异议，支付令就失效。'],
      honest: ['对支付令口头提异议是无效的。', '收到支付令要在{{payment-order-days}}内书面提出异议。'],
    },
  },
  'platform-grace-days': {
    en: {
      caught: ['Huabei has a 3-day grace period.', 'Baitiao gives a grace of two days.'],
      honest: ['Grace days of Huabei are not confirmed.', 'Some pages say Huabei has a 3-day grace, others none.'],
    },
    zh: {
      caught: ['花呗有3天宽限期。', '白条宽限两天。'],
      honest: ['花呗有没有3天宽限，说法不一。', '微粒贷当天24:00前没还就算逾期。'],
    },
  },
  'platform-not-reported': {
    en: {
      caught: ['Huabei does not report to the central bank.', 'Online loans are never shown to banks.'],
      honest: [
        'Do not believe that online loans are not reported.',
        'Huabei reports monthly totals to the central bank.',
      ],
    },
    zh: {
      caught: ['月付不上征信。', '花呗不会上央行征信。'],
      honest: ['别信“花呗不上征信”。', '花呗按月汇总报送征信。'],
    },
  },
  'date-of-reopening': {
    en: {
      caught: ['Huabei works again within 3 days.', 'In seven days your card is unlocked.'],
      honest: [
        'Nobody can say whether the card is unlocked in 7 days.',
        'When Huabei opens again is the lender to decide.',
      ],
    },
    zh: {
      caught: ['还清后3天解封。', '花呗一般7天恢复。'],
      honest: ['花呗什么时候恢复，由机构决定。', '还清后7天能不能恢复使用，没有确定的时间。'],
    },
  },
  'zhima-points': {
    en: {
      caught: ['Your Zhima score drops by 10 points.', 'You lose credit: 30 points are deducted.'],
      honest: [
        'How many Zhima points you lose is not published.',
        'Blogs that say the score drops 10 points invent it.',
      ],
    },
    zh: {
      caught: ['逾期一次芝麻分降10分。', '芝麻信用会扣30分。'],
      honest: ['芝麻分降多少，没有公布。', '网上说的芝麻分降10分，没有依据。'],
    },
  },
  'bank-grace-without-ask': {
    en: {
      caught: ['ICBC gives 3 days of grace.', 'CCB lets you pay five days late.'],
      honest: ['ICBC may give 3 days of grace: ask 95588.', 'Most banks give 3 days of grace.'],
    },
    zh: {
      caught: ['工行有3天宽限期。', '建行还款日后5天内不算逾期。'],
      honest: ['工行是否有3天宽限，以发卡行答复为准。', '多数银行有3天左右的宽限。'],
    },
  },
  'atm-recall': {
    en: {
      caught: [
        'An ATM transfer can be cancelled within 24 hours.',
        'You have 24 hours to recall money sent at an ATM.',
      ],
      honest: [
        'Do not rely on recalling an ATM transfer within 24 hours.',
        'Call 110 at once, also after an ATM transfer.',
      ],
    },
    zh: {
      caught: ['ATM转账24小时内可以撤回。', '24小时内都能去ATM撤销。'],
      honest: ['不要指望ATM转账24小时才到账。', 'ATM转账被骗，马上拨打110。'],
    },
  },
  'wages-untouchable': {
    en: {
      caught: ['Your wages can never be touched.', 'Nobody may take your pension.'],
      honest: [
        'A court may take part of your wages but must leave living costs.',
        'The wages may be debited under the contract.',
      ],
    },
    zh: {
      caught: ['工资卡里的钱谁也不能动。', '养老金绝对不会被冻结。'],
      honest: ['法院扣工资，要留出生活费。', '养老金可以被法院冻结，但须留出生活费用。'],
    },
  },
  'holiday-moves-due-day': {
    en: {
      caught: [
        'If the due day is a public holiday it moves to the next working day.',
        'On weekends the repayment date is postponed.',
      ],
      honest: [
        'Whether the due day moves on a holiday is for the contract to say.',
        'Pay before the holiday, since the due date does not move.',
      ],
    },
    zh: {
      caught: ['还款日遇节假日自动顺延。', '周末的话还款日会推迟到周一。'],
      honest: ['还款日遇节假日通常不顺延。', '遇到假期，还款日是否顺延看合同约定。'],
    },
  },
  'bankruptcy-covers-consumers': {
    en: {
      caught: ['The bankruptcy law now covers private persons.', 'Anyone can file for bankruptcy anywhere in China.'],
      honest: [
        'The bankruptcy law does not cover consumers.',
        'Only in Shenzhen and Xiamen can people file for personal bankruptcy.',
      ],
    },
    zh: {
      caught: ['破产法现在已经适用于个人。', '全国都可以申请个人破产，任何人可以申请。'],
      honest: ['企业破产法不适用于个人消费债务。', '个人破产目前仅见于深圳、厦门。'],
    },
  },
  'subsidy-for-overdue-debt': {
    en: {
      caught: ['The subsidy helps to pay your overdue debt.', 'Arrears are covered by the interest subsidy.'],
      honest: ['The subsidy is not relief for overdue debt.', 'The interest subsidy is for real consumption.'],
    },
    zh: {
      caught: ['贴息可以减免逾期利息。', '逾期的也可以申请贴息。'],
      honest: ['贴息不是逾期减免。', '消费贷贴息只给真实消费。'],
    },
  },
  'unconfirmed-phone': {
    en: {
      caught: ['Call Caritas on 3161 0102.', 'AKPK answers on 03-2616 7766.'],
      honest: ['See akpk.org.my.', 'Call the number printed on your card.'],
    },
    zh: {
      caught: ['拨打平安银行95511。', '香港明爱热线3161 2929。'],
      honest: ['拨打卡背面的客服电话。', '工行客服95588。'],
    },
  },
  'lpr-after-september': {
    en: {
      caught: ['The LPR of November 2026 is 3.0%.', "Today's LPR stands at 3%."],
      honest: ['The LPR was 3.0% in August 2026.', 'The LPR of November 2026 is not known here; look it up.'],
    },
    zh: {
      caught: ['2026年11月的LPR是3.0%。', '目前LPR为3%。'],
      honest: ['2026年8月的一年期LPR是3.0%。', '2026年11月的LPR没有查到。'],
    },
  },
};

describe('never.yaml', () => {
  test('every rule has samples, and every sample a rule', () => {
    expect(Object.keys(samples).toSorted()).toEqual(rules.map((rule) => rule.id).toSorted());
  });

  for (const [id, sample] of Object.entries(samples)) {
    for (const language of ['en', 'zh'] as const) {
      test.each(sample[language].caught)(`${id} catches: %s`, (text) => {
        expect(forbidden(text, language, rules).map((rule) => rule.id)).toContain(id);
      });
      test.each(sample[language].honest)(`${id} lets pass: %s`, (text) => {
        expect(forbidden(text, language, rules).map((rule) => rule.id)).toEqual([]);
      });
    }
  }
});
