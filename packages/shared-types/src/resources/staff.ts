import { z, DivisionCode, Id, Instant, ShortText } from '../schema';
import { defineRoute } from '../route';

/** 审核人员, 窗口人员, 管理员. One account may hold several. */
export const StaffRole = z.enum(['reviewer', 'clerk', 'administrator']);
export type StaffRole = z.infer<typeof StaffRole>;

/** An official. `cities` bounds what he sees: empty means the whole province. `counter` is where a clerk sits. */
export const Staff = z.object({
  id: Id, username: z.string(), name: z.string(), office: z.string(), roles: z.array(StaffRole), cities: z.array(DivisionCode),
  counter: z.optional(z.object({ id: Id, name: z.string() })),
});
export type Staff = z.infer<typeof Staff>;

export const staffLogin = defineRoute({
  method: 'POST', path: '/staff/login', summary: '工作台登录', auth: 'public',
  body: z.object({ username: ShortText(40), password: z.string().check(z.minLength(1), z.maxLength(200)) }),
  response: z.object({ token: z.string(), expiresAt: Instant, staff: Staff }),
  errors: ['wrong-password', 'account-locked'],
});

export const getStaff = defineRoute({ method: 'GET', path: '/staff/me', summary: '当前账号', auth: 'staff', response: Staff, errors: [] });

export const staffLogout = defineRoute({ method: 'POST', path: '/staff/logout', summary: '退出工作台', auth: 'staff', response: z.object({ done: z.literal(true) }), errors: [] });
