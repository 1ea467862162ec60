import { Injectable } from '@nestjs/common';
import { cityByCode, servicesIn, type City, type Service } from '@yuezheng/catalogue';
import type { LocalDate } from '@yuezheng/shared-types';
import { Residents } from '../../accounts/residents';
import { ServiceCatalogue } from '../../catalogue/service-catalogue';
import { HeldPermitReader } from '../../permits/held-permit.reader';
import { HomeTodoSource, type Todo } from '../../permits/home/todo-source';
import { DraftStore } from '../drafts/draft.store';
import { OpenCases } from '../record/open-cases';

/** What the city offers to somebody without a permit, until it is begun. */
@Injectable()
export class Invitations extends HomeTodoSource {
  readonly order = 30;

  constructor(
    private readonly catalogue: ServiceCatalogue,
    private readonly residents: Residents,
    private readonly heldPermits: HeldPermitReader,
    private readonly drafts: DraftStore,
    private readonly openCases: OpenCases,
  ) {
    super();
  }

  async todos(residentId: string, today: LocalDate, cityCode: string): Promise<readonly Todo[]> {
    const city = cityByCode(cityCode);
    const resident = city && (await this.residents.find(residentId));
    if (!city || !resident) return [];
    const permit = await this.heldPermits.find(residentId, city.code, today);
    if (permit && permit.status !== 'cancelled') return [];
    const begun = await this.drafts.begun(residentId, city.code);
    const inviting = servicesIn(city, '', this.catalogue.services).filter(
      ({ definition, invitation }) => invitation?.documents.includes(resident.documentType) && !begun.includes(definition.id),
    );
    const todos = await Promise.all(inviting.map((service) => this.todo(service, city, residentId)));
    return todos.filter((todo) => todo !== undefined);
  }

  private async todo({ definition: { id }, invitation }: Service, city: City, residentId: string): Promise<Todo | undefined> {
    if (!invitation || !(await this.openCases.none(residentId, id, city.code)).ok) return undefined;
    const { title, text, verb } = invitation;
    return { id: `invitation:${id}`, tone: 'info', title, text, verb, page: `packages/apply/eligibility/index?serviceId=${id}&city=${city.code}` };
  }
}
