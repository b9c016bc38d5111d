import { Controller, Get, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { AllowEverybody, AllowRoles } from '../../src/access/access.guard.js';
import { AppModule } from '../../src/app.module.js';
import { readConfiguration } from '../../src/config/configuration.js';
import { classesOf, entryPointsOf, type EntryPoint } from '../../src/cli/access/entry-points.js';

@Resolver(() => String)
class PlantedResolver {
  @Query(() => String)
  openQuery(): string {
    return '';
  }

  @Query(() => String)
  @AllowRoles('PLANNER')
  guardedQuery(): string {
    return '';
  }

  @Mutation(() => String)
  openMutation(): string {
    return '';
  }

  @ResolveField(() => String)
  field(): string {
    return '';
  }
}

abstract class Pages {
  @Get('inherited')
  inherited(): string {
    return '';
  }
}

@Controller('planted')
class PlantedController extends Pages {
  @Get()
  openPage(): string {
    return '';
  }

  @Post('sign-in')
  @AllowEverybody()
  signIn(): string {
    return '';
  }

  notARoute(): string {
    return '';
  }
}

@Module({ providers: [PlantedResolver], controllers: [PlantedController] })
class PlantedModule {}

describe('entry points', () => {
  async function entryPoints(): Promise<EntryPoint[]> {
    // Never connected: what can be called is known from the code alone.
    const configuration = readConfiguration({ SAMTILSYN_SESSION_SECRET: 'x'.repeat(32) });
    const app = await NestFactory.create(AppModule.of(configuration, new DataSource({ type: 'postgres' })), {
      logger: ['error'],
      abortOnError: false,
    });
    const found = entryPointsOf(classesOf(app));
    await app.close();
    return found;
  }

  it('all say who may use them', async () => {
    const found = await entryPoints();

    expect(found.filter(({ roles }) => roles === undefined)).toEqual([]);
    expect(found.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'FacilitiesResolver.facilities',
        'DeliveriesResolver.importDrop',
        'RiskResolver.rescore',
        'PlanningResolver.currentPlans',
      ]),
    );
  });

  it('are missed when they do not', async () => {
    const app = await NestFactory.createApplicationContext(PlantedModule, { logger: ['error'] });

    const undecided = entryPointsOf(classesOf(app)).filter(({ roles }) => roles === undefined);

    expect(undecided.map(({ name, kind }) => `${kind} ${name}`).sort()).toEqual([
      'GET PlantedController.inherited',
      'GET PlantedController.openPage',
      'Mutation PlantedResolver.openMutation',
      'Query PlantedResolver.openQuery',
    ]);
  });
});
