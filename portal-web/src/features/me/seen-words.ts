import type { AccessAct, PersonalField, RevealReason } from '@/lib/graphql/generated/graphql'
import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    title: '谁看过我的资料',
    lead: '工作人员平时只看得到遮住的姓名和号码。想看全的，要写明理由。每看一次都记在这里，谁也改不了、删不了。',
    none: '还没有工作人员看过您的资料。',
    acts: {
      FOUND_BY_PHONE: '用您的手机号查到了您',
      VIEWED: '看了遮住的资料',
      REVEALED: '看了没有遮住的资料',
      REGISTERED: '在窗口给您登记，或改了谁替您办事',
    } satisfies Record<AccessAct, string>,
    fields: {
      NAME: '姓名',
      PHONE: '手机号',
      HOME: '住址',
      BIRTH_DATE: '出生日期',
      ACCESSIBILITY_NEEDS: '出行和沟通上的需要',
    } satisfies Record<PersonalField, string>,
    reasons: {
      APPOINTMENT: '准备或更改预约、活动',
      CALL_BACK: '您请他们回电话',
      IDENTITY_CHECK: '您在窗口，要核对是不是本人',
      LETTER: '答复来信或投诉',
      EMERGENCY: '有危险，要救急',
    } satisfies Record<RevealReason, string>,
    district: '区里',
    saw: (fields: string) => `看了：${fields}`,
    why: (kind: string) => `理由：${kind}`,
    words: (reason: string) => `他写的是：“${reason}”`,
    wrong: '觉得不该看？',
    wrongWhat: '请到社区事务受理服务中心说一声，或写信给区领导信箱，会有人查。',
  },
  {
    title: 'Who looked at my data',
    lead: 'Staff see names and numbers only in part. To see more they must state a reason. Every look is on record here, and nobody can change or remove it.',
    none: 'No staff have looked at your data yet.',
    acts: {
      FOUND_BY_PHONE: 'Found you by your phone number',
      VIEWED: 'Saw the masked view',
      REVEALED: 'Saw data unmasked',
      REGISTERED: 'Registered you at a desk, or changed who acts for you',
    },
    fields: {
      NAME: 'name',
      PHONE: 'phone number',
      HOME: 'address',
      BIRTH_DATE: 'date of birth',
      ACCESSIBILITY_NEEDS: 'what helps you get about and talk',
    },
    reasons: {
      APPOINTMENT: 'to prepare or change an appointment or activity',
      CALL_BACK: 'you asked to be called back',
      IDENTITY_CHECK: 'you stood at the desk and had to be recognised',
      LETTER: 'to answer a letter or complaint',
      EMERGENCY: 'danger to somebody',
    },
    district: 'The district',
    saw: (fields: string) => `Saw: ${fields}`,
    why: (kind: string) => `Reason: ${kind}`,
    words: (reason: string) => `In their words: “${reason}”`,
    wrong: 'Does a look seem wrong?',
    wrongWhat: 'Tell the community affairs centre, or write to the district leaders’ mailbox, and it will be looked into.',
  },
)
