# SPDX-License-Identifier: EUPL-1.2
"""A file of toepasbare regels (STTR): its questions, its conclusions, and what is told as lost."""

import pytest
from tests.unit.procedures.dmn.files import TODAY

from gemeengoed.procedures.asking import unknown_facts
from gemeengoed.procedures.dmn.reading import Model, read_dmn
from gemeengoed.procedures.dmn.results import result_of
from gemeengoed.procedures.errors import DmnRefusedError
from gemeengoed.procedures.evaluating import evaluate
from gemeengoed.procedures.procedure import Kind
from gemeengoed.procedures.reading import read_facts
from gemeengoed.procedures.table import HitPolicy

# Invented: may a shed be built? DMN 1.1, all tables hit policy ANY, with FEEL's own prefix.
SHED = """<?xml version="1.0" encoding="UTF-8"?>
<dmn:definitions xmlns:dmn="http://www.omg.org/spec/DMN/20151101/dmn.xsd"
  xmlns:feel="http://www.omg.org/spec/FEEL/20140401"
  xmlns:inter="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Interactieregel"
  xmlns:bedr="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Bedrijfsregel"
  xmlns:uitv="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Uitvoeringsregel"
  xmlns:content="http://toepasbare-regels.omgevingswet.overheid.nl/v1.0/Content"
  namespace="http://toepasbare-regels.omgevingswet.overheid.nl/1" name="Conclusie Schuurtje">
 <dmn:extensionElements>
  <inter:regelgroepen><inter:regelgroep id="g"><inter:naam>Schuurtje</inter:naam>
  </inter:regelgroep></inter:regelgroepen>
  <uitv:uitvoeringsregels>
   <uitv:uitvoeringsregel id="u1">
    <inter:prioriteit>10</inter:prioriteit>
    <uitv:vraag><uitv:gegevensType>list</uitv:gegevensType>
     <uitv:vraagTekst>Waar komt het
       schuurtje?</uitv:vraagTekst>
     <uitv:opties><uitv:optieType>enkelAntwoord</uitv:optieType>
      <uitv:optie><uitv:sequenceId>0</uitv:sequenceId>
       <uitv:optieText>Achter het huis, uit het zicht</uitv:optieText></uitv:optie>
      <uitv:optie><uitv:sequenceId>1</uitv:sequenceId>
       <uitv:optieText>Naast het huis</uitv:optieText></uitv:optie>
      <uitv:optie><uitv:sequenceId>2</uitv:sequenceId>
       <uitv:optieText>Weet ik niet</uitv:optieText></uitv:optie>
     </uitv:opties></uitv:vraag>
    <content:uitvoeringsregelToelichting><content:toelichting>Kijk vanaf de straat.
    </content:toelichting></content:uitvoeringsregelToelichting>
   </uitv:uitvoeringsregel>
   <uitv:uitvoeringsregel id="u2">
    <uitv:vraag><uitv:gegevensType>numeriek</uitv:gegevensType>
     <uitv:vraagTekst>Hoe hoog wordt het schuurtje?</uitv:vraagTekst></uitv:vraag>
   </uitv:uitvoeringsregel>
   <uitv:uitvoeringsregel id="u3">
    <uitv:vraag><uitv:gegevensType>boolean</uitv:gegevensType>
     <uitv:vraagTekst>Staat het huis op de lijst van monumenten?</uitv:vraagTekst></uitv:vraag>
   </uitv:uitvoeringsregel>
  </uitv:uitvoeringsregels>
 </dmn:extensionElements>
 <dmn:inputData id="i1" name="_0b6c1f2e-1111-4222-8333-444455556666">
  <dmn:extensionElements><uitv:uitvoeringsregelRef href="#u1"/></dmn:extensionElements>
  <dmn:variable name="_0b6c1f2e-1111-4222-8333-444455556666" typeRef="feel:string"/>
 </dmn:inputData>
 <dmn:inputData id="i2" name="hoogte">
  <dmn:extensionElements><uitv:uitvoeringsregelRef href="#u2"/></dmn:extensionElements>
  <dmn:variable name="hoogte" typeRef="feel:number"/>
 </dmn:inputData>
 <dmn:inputData id="i3" name="Is monument">
  <dmn:extensionElements><uitv:uitvoeringsregelRef href="#u3"/></dmn:extensionElements>
  <dmn:variable name="Is monument" typeRef="feel:boolean"/>
 </dmn:inputData>
 <dmn:decision id="d1" name="Plek en maat">
  <dmn:variable name="Plek en maat" typeRef="feel:string"/>
  <dmn:decisionTable hitPolicy="ANY">
   <dmn:input><dmn:inputExpression typeRef="feel:string">
    <dmn:text>_0b6c1f2e-1111-4222-8333-444455556666</dmn:text></dmn:inputExpression></dmn:input>
   <dmn:input><dmn:inputExpression typeRef="feel:number">
    <dmn:text>hoogte</dmn:text></dmn:inputExpression></dmn:input>
   <dmn:output><dmn:outputValues><dmn:text>"past","past niet"</dmn:text></dmn:outputValues>
   </dmn:output>
   <dmn:rule><dmn:inputEntry><dmn:text>not("Achter het huis, uit het zicht")</dmn:text>
    </dmn:inputEntry><dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:text>"past niet"</dmn:text></dmn:outputEntry></dmn:rule>
   <dmn:rule><dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
    <dmn:inputEntry><dmn:text>&gt; 2.5</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:text>"past niet"</dmn:text></dmn:outputEntry></dmn:rule>
   <dmn:rule><dmn:inputEntry><dmn:text>"Achter het huis, uit het zicht"</dmn:text>
    </dmn:inputEntry><dmn:inputEntry><dmn:text>&lt;= 2.5</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:text>"past"</dmn:text></dmn:outputEntry></dmn:rule>
  </dmn:decisionTable>
 </dmn:decision>
 <dmn:decision id="d0" name="dummy">
  <dmn:extensionElements><bedr:functioneleStructuurRef href="x"/></dmn:extensionElements>
  <dmn:variable name="dummy" typeRef="feel:string"/>
  <dmn:informationRequirement><dmn:requiredDecision href="#d1"/></dmn:informationRequirement>
  <dmn:decisionTable hitPolicy="ANY">
   <dmn:input><dmn:inputExpression typeRef="feel:boolean">
    <dmn:text>Is monument</dmn:text></dmn:inputExpression></dmn:input>
   <dmn:input><dmn:inputExpression typeRef="feel:string">
    <dmn:text>Plek en maat</dmn:text></dmn:inputExpression></dmn:input>
   <dmn:output><dmn:outputValues>
    <dmn:text>"Vergunningplicht","Toestemmingsvrij"</dmn:text></dmn:outputValues></dmn:output>
   <dmn:rule><dmn:inputEntry><dmn:text>true</dmn:text></dmn:inputEntry>
    <dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:text>"Vergunningplicht"</dmn:text></dmn:outputEntry></dmn:rule>
   <dmn:rule><dmn:inputEntry><dmn:text>-</dmn:text></dmn:inputEntry>
    <dmn:inputEntry><dmn:text>"past niet"</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:text>"Vergunningplicht"</dmn:text></dmn:outputEntry></dmn:rule>
   <dmn:rule><dmn:inputEntry><dmn:text>false</dmn:text></dmn:inputEntry>
    <dmn:inputEntry><dmn:text>"past"</dmn:text></dmn:inputEntry>
    <dmn:outputEntry><dmn:extensionElements><content:conclusieToelichting>
      <content:toelichting><![CDATA[Bouw
      gerust.]]></content:toelichting></content:conclusieToelichting></dmn:extensionElements>
     <dmn:text>"Toestemmingsvrij"</dmn:text></dmn:outputEntry></dmn:rule>
  </dmn:decisionTable>
 </dmn:decision>
</dmn:definitions>
"""


@pytest.fixture(scope="module")
def model() -> Model:
    return read_dmn(SHED.encode())


def test_the_conclusion_is_one_procedure_over_the_questions(model: Model) -> None:
    assert model.top == ("dummy",)
    procedure = model.decisions["dummy"].procedure
    assert (procedure.id, procedure.label) == ("conclusie-schuurtje", "Conclusie Schuurtje")
    assert procedure.tables[0].hit_policy is HitPolicy.ANY
    assert set(procedure.inputs) == {"vraag", "hoogte", "is_monument"}


def test_a_question_is_the_label_and_its_options_are_the_words(model: Model) -> None:
    place = model.decisions["dummy"].procedure.inputs["vraag"]
    assert (place.kind, place.label) == (Kind.CHOICE, "Waar komt het schuurtje?")
    assert place.options == ("Achter het huis, uit het zicht", "Naast het huis", "Weet ik niet")


def test_what_residents_read_of_a_conclusion_is_the_label_of_the_outcome(model: Model) -> None:
    procedure = model.decisions["dummy"].procedure
    assert procedure.outcome("Toestemmingsvrij").label == "Bouw gerust."
    assert procedure.tables[0].rows[2].label == "Bouw gerust."


@pytest.mark.parametrize(
    ("facts", "conclusion", "asked"),
    [
        ({}, None, ("is_monument", "vraag", "hoogte")),
        ({"is_monument": "true"}, "Vergunningplicht", ()),
        ({"vraag": "Naast het huis"}, "Vergunningplicht", ()),
        ({"hoogte": "2.51"}, "Vergunningplicht", ()),
        ({"is_monument": "false", "hoogte": "2.5"}, None, ("vraag",)),
    ],
)
def test_it_is_settled_as_soon_as_no_question_can_change_it(
    model: Model, facts: dict[str, str], conclusion: str | None, asked: tuple[str, ...]
) -> None:
    decision = model.decisions["dummy"]
    judgement = evaluate(decision.procedure, read_facts(decision.procedure, facts), TODAY)
    result = result_of(decision, judgement)
    assert result.value == conclusion
    assert result.is_settled is (conclusion is not None)
    assert set(unknown_facts(judgement)) == set(asked)


def test_what_has_no_place_is_told(model: Model) -> None:
    assert set(model.notices) == {
        f"niet overgenomen: {part} (1 keer)"
        for part in (
            *("regelgroepen", "prioriteit", "uitvoeringsregelToelichting"),
            "functioneleStructuurRef",
        )
    }


def test_a_question_with_several_answers_at_once_is_refused() -> None:
    several = SHED.replace("enkelAntwoord", "meerdereAntwoorden")
    with pytest.raises(DmnRefusedError, match="meer antwoorden tegelijk"):
        read_dmn(several.encode())
