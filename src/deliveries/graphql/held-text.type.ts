import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({
  description:
    'A text that looks like it holds a person number (personnummer). Everybody else is shown a mask in its place.',
})
export class HeldText {
  @Field(() => ID)
  id: string;

  @Field(() => String, { description: 'Path inside the drop.' })
  file: string;

  @Field(() => Int)
  lineNumber: number;

  @Field(() => String, { description: 'Where in the row it stands; raw_text for a line in quarantine.' })
  field: string;

  @Field(() => String, {
    nullable: true,
    description: 'As it was delivered; null once it is decided to be a person number.',
  })
  text: string | null;

  @Field(() => String, { description: 'As it is shown to everybody else.' })
  shownText: string;

  @Field(() => GraphQLISODateTime)
  heldAt: Date;
}

@InputType()
export class DecideHeldTextInput {
  @Field(() => ID)
  id: string;

  @Field(() => Boolean, {
    description:
      'True erases the text as delivered, and the mask stays. False lets it be shown from the next delivery on that repeats it.',
  })
  isPersonNumber: boolean;
}
